import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { kindOf } from './candidates.ts';
import { excessText } from './limits.ts';
import { amountOf, type MeasureId } from './measures.ts';
import { isThin, settingName, unbroken } from './setting-text.ts';
import type { Solution } from './solve.ts';

/** The settings nearest to fitting, each with what stops it. */
export function rejectedTable({ candidates, nearest, rejected }: Solution): DataTable {
  const cut = nearest.length < rejected ? ` The nearest ${numberText(nearest.length)} are listed.` : '';
  return {
    kind: 'table',
    id: 'rejected',
    title: 'What just misses?',
    subtitle: `${counted(rejected, 'setting')} outside a limit.${cut}`,
    columns: [
      { id: 'setting', label: 'Setting', isNumber: false },
      { id: 'why', label: 'What stops it', isNumber: false },
      { id: 'cpu', label: 'vCPU per VM', isNumber: true },
      { id: 'vms', label: 'VMs', isNumber: true },
      { id: 'vcpu', label: 'Total vCPU', isNumber: true },
      { id: 'memory', label: 'Memory (GiB)', isNumber: true },
      { id: 'connections', label: 'DB connections', isNumber: true },
    ],
    rows: nearest.map(({ excesses, row }) => {
      const number = (id: MeasureId, isOver: boolean) => {
        const value = amountOf(id, candidates, row);
        return { text: numberText(value), value, ...(isOver ? { tone: 'bad' as const } : {}) };
      };
      const name = settingName(candidates, row);
      const { vcpus } = kindOf(candidates, row);
      const passes = (...limits: readonly string[]) => excesses.some((e) => limits.includes(e.limit));
      return {
        id: String(row),
        cells: [
          { text: unbroken(isThin(candidates, row) ? `Thin ${name}` : name), value: null },
          { text: excessText(excesses), value: null },
          { text: numberText(vcpus), value: vcpus },
          number('vms', passes('vms')),
          number('vcpu', passes('vcpus')),
          number('memory', passes('memory', 'vm-memory')),
          number('connections', passes('connections')),
        ],
      };
    }),
    isSortable: true,
    pageSize: 10,
    empty: 'No setting is outside a limit.',
  };
}
