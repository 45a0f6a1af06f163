import type { BarChart, Chart, Point, XyChart } from '../../core/figure.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { conditionOf, conditions, wording } from './conditions.ts';
import { listed } from './fleet-name.ts';
import type { FleetComparison } from './size.ts';
import { carriesOf } from './size.ts';

export function chartsOf(comparison: FleetComparison): readonly Chart[] {
  return [capacityByCondition(comparison), coresAgainstCapacity(comparison)];
}

function capacityByCondition({ options, selected }: FleetComparison): BarChart {
  const { load } = selected.sizing;
  const carriers = options.filter((o) => o.sizing.carries.az >= load).map((o) => o.letter);
  return {
    kind: 'bars',
    id: 'capacity-by-condition',
    title: 'Which loss can each option take?',
    subtitle:
      carriers.length > 0
        ? `${listed(carriers)} ${carriers.length === 1 ? 'carries' : 'carry'} ${numberText(load)} in every condition.`
        : `No option carries ${numberText(load)} in every condition.`,
    valueLabel: 'Requests in progress',
    categories: ['All up', 'Worker stalled', 'VM lost', 'AZ lost'],
    series: options.map(({ letter, name, sizing }) => ({
      letter,
      name,
      values: conditions.map((condition) => sizing.carries[condition]),
    })),
    line: { label: 'Load', value: load },
  };
}

/** What each option pays in cores for what it carries, and what Thin would pay. */
function coresAgainstCapacity({ options, selected }: FleetComparison): XyChart {
  const condition = conditionOf(selected.inputs.survive);
  const { load } = selected.sizing;
  const most = Math.max(...options.map((o) => o.sizing.vcpus), selected.inputs.thinVms);
  const highest = Math.max(load, ...options.map((o) => o.sizing.carries[condition]));
  return {
    kind: 'xy',
    id: 'cores-against-capacity',
    title: 'How many cores does each option take for it?',
    subtitle: `Requests carried ${wording[condition].having}. The line is a Thin fleet with ${counted(selected.inputs.thinThreads, 'thread')} on each 1-vCPU VM.`,
    x: { label: 'Total vCPU', scale: 'linear', min: 0, max: Math.ceil(tenthAbove(most)), format: 'number' },
    y: {
      label: 'Requests carried',
      scale: 'linear',
      min: 0,
      max: Math.ceil(tenthAbove(highest)),
      format: 'number',
    },
    series: [
      {
        id: 'thin-fleets',
        label: 'Thin fleets',
        shape: 'line',
        data: thinFleets(selected.inputs, condition, most, highest),
      },
    ],
    marks: [{ axis: 'y', at: load, label: `Load ${numberText(load)}`, tone: 'load' }],
    places: options.map(({ letter, sizing }) => ({
      letter,
      x: sizing.vcpus,
      y: sizing.carries[condition],
      text: numberText(sizing.carries[condition]),
    })),
  };
}

/** Not × 1.1: 50 × 1.1 is 55.00000000000001, and the next whole number 56. */
function tenthAbove(value: number): number {
  return (value * 11) / 10;
}

/** At most 60 points: a line through every fleet of 500 VMs says no more. */
function thinFleets(
  { thinThreads, zones }: FleetComparison['selected']['inputs'],
  condition: (typeof conditions)[number],
  mostVms: number,
  highest: number,
): readonly Point[] {
  const step = Math.max(1, Math.ceil(mostVms / 60));
  const points: Point[] = [];
  for (let vms = 1; vms <= mostVms; vms += step) {
    const y = carriesOf({ vms, workersPerVm: 1, threadsPerWorker: thinThreads, zones })[condition];
    if (y > tenthAbove(highest)) break;
    points.push({ x: vms, y });
  }
  return points;
}
