import type { Fix } from '../../../../core/finding.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import { type Candidates, kindOf } from './candidates.ts';

/** "6 × 4 × 20", VMs × workers × threads; Thin has no workers to count: "21 × 20". */
export function settingName(candidates: Candidates, row: number): string {
  const { threads, vms } = candidates;
  const { isThin: hasNoWorkers, workers } = kindOf(candidates, row);
  const factors = hasNoWorkers ? [vms[row], threads[row]] : [vms[row], workers, threads[row]];
  return factors.map((factor) => numberText(factor ?? 0)).join(' × ');
}

/** For a narrow column: a setting in two lines cannot be read. */
export function unbroken(name: string): string {
  return name.replaceAll(' ', '\u00a0');
}

export function isThin(candidates: Candidates, row: number): boolean {
  return kindOf(candidates, row).isThin;
}

/** The option that is exactly this setting, if there is one. */
export function optionAt(
  { options }: FleetComparison,
  candidates: Candidates,
  row: number,
): SizedFleet | undefined {
  const kind = kindOf(candidates, row);
  return options.find(({ inputs, sizing }) => {
    const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
    return (
      (inputs.engine === 'thin') === kind.isThin &&
      inputs.vcpusPerVm === kind.vcpus &&
      vms === candidates.vms[row] &&
      workersPerVm === kind.workers &&
      threadsPerWorker === candidates.threads[row]
    );
  });
}

/** Adds the setting as an option that follows the rules in all else; none when a plan is full. */
export function addSetting(
  { options }: FleetComparison,
  candidates: Candidates,
  row: number,
): Fix | undefined {
  if (options.length >= 6) return undefined;
  const { vcpus, workers } = kindOf(candidates, row);
  const isSpare = !isThin(candidates, row) && workers === vcpus - 1;
  return {
    label: 'Add',
    edit: {
      kind: 'add-option',
      name: `${isThin(candidates, row) ? 'Thin ' : ''}${settingName(candidates, row)}`,
      inputs: {
        engine: isThin(candidates, row) ? 'thin' : 'puma',
        vcpusPerVm: vcpus,
        vms: candidates.vms[row] ?? 0,
        workersPerVm: isThin(candidates, row) || isSpare || workers === vcpus ? 'auto' : workers,
        threadsPerWorker: candidates.threads[row] ?? 1,
        spareCore: isSpare,
        localWorkersPerVm: 'auto',
        connectionsPerProcess: 'auto',
        vmType: 'auto',
      },
    },
  };
}
