import type { Cell } from '../../../../core/explanation.ts';
import { marginOf } from '../../../../core/figure.ts';
import { type Finding, worstOf } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../../../core/size-view.ts';
import { ceilingCell } from '../../cells.ts';
import { explainFree } from '../../explanations.ts';
import type { Reckoning } from '../../reckoning.ts';
import type { HeatOption } from '../../size.ts';
import { queueReckoningOf } from '../queue-reckoning.ts';

const n = numberText;

/** Whether the connections fit, by both ways of reckoning. */
export function connectionsVerdict(option: HeatOption, findings: readonly Finding[]): Verdict {
  const { letter, sizing } = option;
  const [guide, upstream] = [sizing.guide.ceiling.total, sizing.upstream.ceiling.total];
  const both = `${counted(guide, 'connection')} by the guide and ${n(upstream)} by the source code`;
  return {
    ...stateOf(option, findings),
    headline:
      sizing.free === null
        ? `Heat may open ${both}.`
        : `Of ${counted(sizing.free, 'connection')} free Heat may open ${n(guide)} by the guide and ${n(upstream)} by the source code.`,
    paragraph: [
      'Only engine processes open connections, says the source code, and each raises its overflow to the executor’s threads at start; the guide counts API processes too and takes the overflow as set. A ceiling is what ',
      { strong: 'may' },
      ' be open at once, not what is: a stack of 200 was seen with 17.',
    ],
    keyFigures: [
      { label: 'By the guide', cell: reckonedCell(option, sizing.guide) },
      { label: 'By the source code', cell: reckonedCell(option, sizing.upstream) },
      { label: 'Free for Heat', cell: freeCell(option) },
      { label: 'RabbitMQ, under load', cell: queueCell(option) },
    ],
    spoken: `Option ${letter}: ${both}.`,
  };
}

function stateOf(
  { letter, sizing }: HeatOption,
  findings: readonly Finding[],
): { readonly state: VerdictState; readonly stateText: string } {
  const worst = worstOf(findings);
  const { free, other, otherName, shown } = sizing;
  const who = `Option ${letter}`;
  if (free !== null && shown.ceiling.total > free) {
    return { state: 'short', stateText: `${who} may open ${n(shown.ceiling.total - free)} too many` };
  }
  if (worst === 'blocker') return { state: 'short', stateText: `${who} falls short of the pool rule` };
  if (free !== null && other.ceiling.total > free) {
    const names =
      otherName === 'upstream' ? ['the guide', 'the source code'] : ['the source code', 'the guide'];
    const state = worst === 'caution' ? 'changes' : 'meets';
    return { state, stateText: `${who} fits by ${names[0]}, not by ${names[1]}` };
  }
  if (free === null)
    return { state: worst === 'caution' ? 'changes' : 'meets', stateText: 'No limit to check against' };
  return worst === 'caution'
    ? {
        state: 'changes',
        stateText: `${who} fits, with ${counted(findings.filter((f) => f.severity === 'caution').length, 'caution')}`,
      }
    : { state: 'meets', stateText: `${who} fits the database` };
}

/** The ceiling by one of the two, whichever the user reckons by. */
function reckonedCell(option: HeatOption, reckoning: Reckoning): Cell {
  if (reckoning === option.sizing.shown) return ceilingCell(option);
  const { sizing } = option;
  const isGuide = reckoning === sizing.guide;
  const inputs = { ...option.inputs, reckonBy: isGuide ? ('guide' as const) : ('upstream' as const) };
  const turned = {
    ...sizing,
    shown: reckoning,
    other: sizing.shown,
    otherName: isGuide ? ('upstream' as const) : ('guide' as const),
  };
  const cell = ceilingCell({ ...option, inputs, sizing: turned });
  return cell;
}

function freeCell(option: HeatOption): Cell {
  const { free, shown } = option.sizing;
  if (free === null) return { text: 'unknown', value: null, note: 'enter max_connections' };
  const { amount, tone, word } = marginOf('limit', shown.ceiling.total, free);
  return {
    text: n(free),
    value: free,
    note: word === 'exact' ? 'all of it used' : `${n(amount)} ${word}`,
    tone,
    explain: explainFree(option),
  };
}

function queueCell({ inputs, sizing }: HeatOption): Cell {
  const queue = queueReckoningOf(inputs);
  return {
    text: n(queue.typicalConnections),
    value: queue.typicalConnections,
    note: `${n(queue.mostQueues)} queues`,
    explain: {
      formula: '6 connections for each engine process, 2 for each API process',
      worked: `6 × ${n(sizing.engineTotal)} + 2 × ${n(sizing.apiTotal)} = ${n(queue.typicalConnections)}`,
      origins: ['assumed'],
      rules: ['M3'],
    },
  };
}
