import type { Cell } from '../../../../core/explanation.ts';
import { marginOf } from '../../../../core/figure.ts';
import { deltaText, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { marginText } from '../../gauge.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import type { Failure } from './failures.ts';
import { carriedAfter, failuresOf, loadUnder, lossOf } from './failures.ts';

/** Options × conditions: what each carries, spare or short, and against the baseline in the same condition. */
export function failureTable(comparison: FleetComparison): DataTable {
  const { baseline, options, selected } = comparison;
  const usual = selected.sizing.load;
  return {
    kind: 'table',
    id: 'failures',
    title: 'What is left when something fails?',
    subtitle: `Requests carried, spare or short of the load of ${numberText(usual)}; in brackets against option ${baseline.letter} in the same condition.`,
    columns: [
      { id: 'condition', label: 'Condition', isNumber: false },
      ...options.map(({ letter, name }) => ({ id: letter, label: `${letter} ${name}`, isNumber: true })),
    ],
    rows: failuresOf(selected.inputs).map((failure) => {
      const load = loadUnder(selected, failure.id);
      return {
        id: failure.id,
        isMarked: failure.id === selected.inputs.whatIfShown,
        cells: [
          {
            text: failure.label,
            value: null,
            ...(load === usual ? {} : { note: `load ${numberText(load)}` }),
          },
          ...options.map((option) => failureCell(option, baseline, failure, load)),
        ],
      };
    }),
    isSortable: false,
    empty: 'There is no option to compare.',
  };
}

function failureCell(option: SizedFleet, baseline: SizedFleet, failure: Failure, load: number): Cell {
  const loss = lossOf(option, failure.id);
  const value = carriedAfter(option, loss);
  const delta = deltaText(value - carriedAfter(baseline, lossOf(baseline, failure.id)));
  const { threadsPerWorker, vms, workersPerVm } = option.sizing.fleet;
  const outVms = loss.zoneVms + loss.vms;
  const left = outVms > 0 ? `(${numberText(vms)} − ${numberText(outVms)})` : numberText(vms);
  const processes = `${left} × ${numberText(workersPerVm)}`;
  const stalled = loss.workers > 0 ? `(${processes} − ${numberText(loss.workers)})` : processes;
  return {
    text: numberText(value),
    value,
    note: `${marginText(value, load)}${delta ? ` (${delta})` : ''}`,
    tone: marginOf('load', value, load).tone,
    explain: {
      formula: '((API VMs − VMs out) × workers − stalled workers) × threads',
      worked: `${stalled} × ${numberText(threadsPerWorker)} = ${numberText(value)}`,
      origins: ['guide', 'yours'],
      rules: failure.rules,
    },
  };
}
