import type { Cell, Explanation } from '../../../../core/explanation.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { targetTone } from '../../cells.ts';
import type { HeatComparison, HeatOption } from '../../size.ts';
import { timeCell } from '../../time-text.ts';
import { type Condition, type Outcome, outcomeOf } from './conditions.ts';

const n = numberText;

/** Options × conditions: time, connections, and how that stands against all up and against the baseline. */
export function matrixTable(comparison: HeatComparison, conditions: readonly Condition[]): DataTable {
  const { baseline, options, selected } = comparison;
  return {
    kind: 'table',
    id: 'what-if-matrix',
    title: 'What does each option do when something happens?',
    subtitle: `Times of a stack started then, ${selected.inputs.reckonBy === 'guide' ? 'by the guide' : 'by the source code'}. What lost engines worked on stays in progress.`,
    columns: [
      { id: 'condition', label: 'Condition', isNumber: false },
      { id: 'time', label: 'Stack time', isNumber: true },
      { id: 'all-up', label: 'Against all up', isNumber: true },
      { id: 'baseline', label: `Against ${baseline.letter}`, isNumber: true },
      { id: 'ceiling', label: 'Heat may open', isNumber: true },
    ],
    rows: conditions.flatMap((condition) =>
      options.map((option) => {
        const outcome = outcomeOf(option.inputs, condition);
        const allUp = outcomeOf(option.inputs, conditions[0] ?? condition);
        return {
          id: `${condition.id}-${option.letter}`,
          letter: option.letter,
          isMarked: option.letter === selected.letter,
          cells: [
            { text: condition.label, value: null },
            outcomeCell(option, condition, outcome),
            shareCell(outcome, allUp, condition === conditions[0]),
            shareCell(outcome, outcomeOf(baseline.inputs, condition), option.letter === baseline.letter),
            ceilingCell(option, outcome),
          ],
        };
      }),
    ),
    isSortable: true,
    empty: 'No option can be sized.',
  };
}

function outcomeCell(option: HeatOption, condition: Condition, { time }: Outcome): Cell {
  const { inputs } = option;
  const explain: Explanation = {
    formula: 'Stack time as in Size and compare, with what the condition leaves',
    worked: condition.workedOf(inputs),
    origins: ['guide', 'yours', 'assumed'],
    rules: inputs.reckonBy === 'guide' ? ['HT-1', 'HT-5', 'M1'] : ['R-7', 'R-8', 'M2'],
  };
  if (!time) return { text: 'stops', value: null, note: 'no engine left', tone: 'bad', explain };
  return { ...timeCell(time, explain), tone: targetTone(time, inputs.targetMinutes) };
}

/** By the long end of the time, which is what a promise rests on. */
function shareCell({ time }: Outcome, against: Outcome, isItself: boolean): Cell {
  if (isItself) return { text: '–', value: null };
  if (!time || !against.time) return { text: 'none', value: null };
  const percent = (time.highSeconds / against.time.highSeconds - 1) * 100;
  if (Math.abs(percent) < 0.5) return { text: 'alike', value: 0, valueUnit: '%' };
  return {
    text: `${percent > 0 ? '+' : '−'}${n(Math.abs(percent), 0)} %`,
    value: percent,
    valueUnit: '%',
  };
}

function ceilingCell({ sizing }: HeatOption, { ceiling }: Outcome): Cell {
  const cell = { text: n(ceiling), value: ceiling };
  if (sizing.free === null) return cell;
  return ceiling > sizing.free
    ? { ...cell, tone: 'bad', note: `${n(ceiling - sizing.free)} over` }
    : { ...cell, tone: 'good', note: `${n(sizing.free - ceiling)} spare` };
}
