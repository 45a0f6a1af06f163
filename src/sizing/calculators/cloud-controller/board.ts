import { counted, numberText } from '../../core/number-text.ts';
import type { BoardView } from '../../core/size-view.ts';
import { comparisonTableOf } from './comparison-table.ts';
import { gaugeOf } from './gauge.ts';
import { provenanceOf } from './provenance.ts';
import type { FleetComparison, SizedFleet } from './size.ts';

/** The options side by side: load lines, figures, what they rest on. */
export function boardOf(comparison: FleetComparison): BoardView {
  return {
    gauge: gaugeOf(comparison),
    table: comparisonTableOf(comparison),
    provenance: provenanceOf(comparison),
    configurations: Object.fromEntries(comparison.options.map((o) => [o.letter, configurationOf(o)])),
  };
}

/** "9 VMs × 4 vCPU", "Puma 4 × 13". */
function configurationOf({ inputs, sizing }: SizedFleet): readonly [string, string] {
  const { threadsPerWorker, workersPerVm } = sizing.fleet;
  return [
    `${counted(inputs.vms, 'VM')} × ${numberText(inputs.vcpusPerVm)} vCPU`,
    inputs.engine === 'thin'
      ? `Thin, ${counted(threadsPerWorker, 'thread')}`
      : `Puma ${numberText(workersPerVm)} × ${numberText(threadsPerWorker)}`,
  ];
}
