import type { Cell, Explanation } from '../../../../core/explanation.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataRow, DataTable } from '../../../../core/study-figures.ts';
import { type Condition, conditionOf } from '../../conditions.ts';
import { product } from '../../explanations.ts';
import { marginText } from '../../gauge.ts';
import type { FleetComparison } from '../../size.ts';
import { carriesOf } from '../../size.ts';
import { kindOf } from './candidates.ts';
import { amountOf, connectionsPerVm, type MeasureId } from './measures.ts';
import type { Asked } from './question.ts';
import { addSetting, isThin, optionAt, settingName, unbroken } from './setting-text.ts';
import type { Solution } from './solve.ts';

/** As the heading of a narrow column. */
const shortCondition: Readonly<Record<Condition, string>> = {
  all: 'All up',
  worker: 'Worker stalled',
  vm: 'VM lost',
  az: 'AZ lost',
};

/** Every setting that fits, the best first; those on the front are marked. */
export function settingsTable(comparison: FleetComparison, asked: Asked, solution: Solution): DataTable {
  const { inputs } = comparison.selected;
  const { best, fitting, front } = solution;
  const onFront = new Set(front);
  const condition = conditionOf(inputs.survive);
  const left = best.length < fitting.length ? ` The ${numberText(best.length)} best are listed.` : '';
  return {
    kind: 'table',
    id: 'settings',
    title: 'Which settings fit?',
    subtitle: `${counted(fitting.length, 'setting')}, VMs × workers × threads, each with its smallest fleet. Marked: on the front.${left}`,
    columns: [
      { id: 'setting', label: 'Setting', isNumber: false },
      { id: 'vms', label: 'VMs', isNumber: true },
      { id: 'cpu', label: 'vCPU a VM', isNumber: true },
      { id: 'workers', label: 'Workers', isNumber: true },
      { id: 'threads', label: 'Threads', isNumber: true },
      { id: 'all', label: 'All up', isNumber: true },
      ...(condition === 'all' ? [] : [{ id: 'kept', label: shortCondition[condition], isNumber: true }]),
      { id: 'vcpu', label: 'vCPU', isNumber: true },
      { id: 'memory', label: 'GiB', isNumber: true },
      { id: 'connections', label: 'DB conn.', isNumber: true },
      { id: 'loss', label: 'Lost a VM', isNumber: true },
      ...(asked.hasPrices ? [{ id: 'cost', label: 'Cost', isNumber: true }] : []),
      ...(asked.demand
        ? [
            { id: 'p95', label: 'p95 (ms)', isNumber: true },
            { id: 'util', label: 'CPU in use', isNumber: true },
          ]
        : []),
    ],
    rows: best.map((row) => settingRow(comparison, asked, solution, row, onFront.has(row))),
    isSortable: true,
    pageSize: 50,
    empty: 'Nothing fits within the limits. The advice says which of them stops it.',
  };
}

function settingRow(
  comparison: FleetComparison,
  asked: Asked,
  { candidates, times }: Solution,
  row: number,
  isMarked: boolean,
): DataRow {
  const { inputs, sizing } = comparison.selected;
  const total = (id: MeasureId) => amountOf(id, candidates, row);
  const [vms, threads] = [total('vms'), total('threads')];
  const kind = kindOf(candidates, row);
  const { workers } = kind;
  const condition = conditionOf(inputs.survive);
  const carries = carriesOf({ vms, workersPerVm: workers, threadsPerWorker: threads, zones: inputs.zones });
  const option = optionAt(comparison, candidates, row);
  const fix = option ? undefined : addSetting(comparison, candidates, row);
  const name = settingName(candidates, row);
  const perVm = connectionsPerVm(candidates, row);
  return {
    id: String(row),
    ...(option ? { letter: option.letter } : {}),
    isMarked,
    ...(fix ? { fix } : {}),
    cells: [
      { text: unbroken(isThin(candidates, row) ? `Thin ${name}` : name), value: null },
      plain(vms),
      plain(kind.vcpus),
      plain(workers),
      plain(threads),
      explained(carries.all, 'API VMs × workers × threads', product(vms, workers, threads), ['CF-11']),
      ...(condition === 'all'
        ? []
        : [
            {
              ...plain(carries[condition]),
              note: marginText(carries[condition], sizing.load),
            },
          ]),
      plain(total('vcpu')),
      explained(total('memory'), 'API VMs × memory of a VM', product(vms, kind.memoryGib), ['CF-7']),
      explained(
        total('connections'),
        'API VMs × connections of a VM: workers and main process with a pool each, local workers',
        product(vms, perVm),
        ['CF-10', 'R-3'],
      ),
      plain(total('loss')),
      ...(asked.hasPrices ? [plain(total('cost'))] : []),
      ...(asked.demand ? timeCells(times.p95Ms[row] ?? 0, times.cpuShare[row] ?? 0) : []),
    ],
  };
}

function timeCells(p95Ms: number, cpuShare: number): readonly Cell[] {
  return [
    { text: numberText(p95Ms, 0), value: Math.round(p95Ms) },
    { text: `${numberText(cpuShare * 100, 0)}%`, value: Math.round(cpuShare * 1000) / 1000 },
  ];
}

function plain(value: number): Cell {
  return { text: numberText(value), value };
}

function explained(value: number, formula: string, factors: string, rules: readonly string[]): Cell {
  const explain: Explanation = {
    formula,
    worked: `${factors} = ${numberText(value)}`,
    origins: ['guide', 'yours'],
    rules,
  };
  return { ...plain(value), explain };
}
