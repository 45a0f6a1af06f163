import { numberText } from '../../../../core/number-text.ts';
import type { Letter } from '../../../../core/plan.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import type { TemplateRun } from './template-run.ts';
import { guideCell, upstreamCell } from './verdict.ts';

/** The template on every option, by both models side by side. */
export function optionTable(runs: readonly TemplateRun[], selected: Letter): DataTable {
  const replayed = runs[0]?.option.inputs.templateWorkers ?? null;
  return {
    kind: 'table',
    id: 'template-options',
    title: 'How long does each option take?',
    subtitle:
      replayed === null
        ? 'The guide and the source code picture the engine differently; both are ours to check.'
        : `Replayed with ${numberText(replayed)} engine workers in all instead of each option’s own.`,
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'workers', label: 'Engine workers', isNumber: true },
      { id: 'guide', label: 'By the guide', isNumber: true },
      { id: 'upstream', label: 'By the source code', isNumber: true },
      { id: 'bound', label: 'What sets it', isNumber: false },
    ],
    rows: runs.map((run) => ({
      id: run.option.letter,
      letter: run.option.letter,
      isMarked: run.option.letter === selected,
      cells: [
        { text: run.option.name, value: null },
        { text: numberText(run.engine.processes), value: run.engine.processes },
        guideCell(run),
        upstreamCell(run),
        { text: run.upstream.boundBy, value: null },
      ],
    })),
    isSortable: true,
    empty: 'No option can be sized.',
  };
}
