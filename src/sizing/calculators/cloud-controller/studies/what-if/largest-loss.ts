import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';

/** The most of each that may be lost, one kind at a time; undefined where not even all up carries the load. */
export interface LargestLoss {
  readonly vms: number;
  readonly workers: number;
  /** Zones from the largest on. */
  readonly zones: number;
}

/** Source: CF-11, solved for what is missing; zones are filled evenly, the largest first. */
export function largestLossOf({ inputs, sizing }: SizedFleet): LargestLoss | undefined {
  const { load } = sizing;
  const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
  if (sizing.carries.all < load) return undefined;
  const workers = vms * workersPerVm - Math.ceil(load / threadsPerWorker);
  const needed = Math.ceil(load / (workersPerVm * threadsPerWorker));
  let zones = 0;
  // Ends: at least one VM is needed, and outside all zones there is none.
  while (vmsOutside(vms, inputs.zones, zones + 1) >= needed) zones += 1;
  return { vms: vms - needed, workers, zones };
}

function vmsOutside(vms: number, zones: number, lost: number): number {
  const larger = vms % zones;
  return vms - lost * Math.floor(vms / zones) - Math.min(lost, larger);
}

/** "C carries the load with 1 VM lost, not with 2." */
export function largestLossText(option: SizedFleet): string {
  const { letter, sizing } = option;
  const loss = largestLossOf(option);
  if (!loss) return `${letter} does not carry ${numberText(sizing.load)} even with all up.`;
  if (loss.vms === 0) return `${letter} carries the load with all up, not with 1 VM lost.`;
  return `${letter} carries the load with ${counted(loss.vms, 'VM')} lost, not with ${numberText(loss.vms + 1)}.`;
}

export function largestLossTable({ options }: FleetComparison): DataTable {
  return {
    kind: 'table',
    id: 'largest-loss',
    title: 'What is the largest loss each option carries?',
    subtitle: options.map(largestLossText).join(' '),
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'vms', label: 'VMs lost', isNumber: true },
      { id: 'workers', label: 'Workers stalled', isNumber: true },
      { id: 'zones', label: 'AZs lost', isNumber: true },
    ],
    rows: options.map((option) => {
      const loss = largestLossOf(option);
      const cell = (value: number | undefined) =>
        value === undefined
          ? ({ text: 'not even all up', value: null, tone: 'bad' } as const)
          : { text: numberText(value), value };
      return {
        id: option.letter,
        letter: option.letter,
        cells: [{ text: option.name, value: null }, cell(loss?.vms), cell(loss?.workers), cell(loss?.zones)],
      };
    }),
    isSortable: true,
    empty: 'There is no option to compare.',
  };
}
