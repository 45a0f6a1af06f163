import { capitalised, counted, numberText, numberWord } from '../../core/number-text.ts';
import type { TimeRange } from './reckoning.ts';
import type { HeatComparison, HeatOption } from './size.ts';
import { clockText, rangeText } from './time-text.ts';

/** Half of a headline: what happens, and whether that is better (1), the same (0) or worse (−1). */
interface Clause {
  readonly text: string;
  readonly good: -1 | 0 | 1;
}

/** One sentence that names the workers and what they bring. */
export function headlineOf({ baseline, selected }: HeatComparison): string {
  const { inputs, sizing } = selected;
  if (inputs.resources > inputs.maxResourcesPerStack) {
    return `A stack of ${counted(inputs.resources, 'resource')} is over the limit of ${numberText(inputs.maxResourcesPerStack)}.`;
  }
  const workers = `${capitalised(numberWord(inputs.engineWorkers))} ${inputs.engineWorkers === 1 ? 'worker' : 'workers'} per controller`;
  const verb = (plural: string) => (inputs.engineWorkers === 1 ? singular(plural) : plural);
  if (inputs.targetMinutes !== null && sizing.shown.allUp.lowSeconds > inputs.targetMinutes * 60) {
    return `${workers} ${verb('miss')} the target of ${clockText(inputs.targetMinutes * 60)}.`;
  }
  const time =
    selected.letter === baseline.letter ? ownTime(selected, verb) : waitClause(selected, baseline, verb);
  const connections = connectionClause(selected, baseline, verb);
  const joint = time.good * connections.good < 0 ? 'but' : 'and';
  return `${workers} ${time.text} ${joint} ${connections.text}.`;
}

function singular(verb: string): string {
  return /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function ownTime({ inputs, sizing }: HeatOption, verb: (plural: string) => string): Clause {
  const what = inputs.stacksAtOnce === 1 ? 'the stack' : `${numberText(inputs.stacksAtOnce)} stacks`;
  return { text: `${verb('create')} ${what} in ${rangeText(sizing.shown.allUp)}`, good: 1 };
}

/** Compares the low ends, and the high ends where the low ones read alike. */
function waitClause(selected: HeatOption, baseline: HeatOption, verb: (plural: string) => string): Clause {
  const [here, there] = [selected.sizing.shown.allUp, baseline.sizing.shown.allUp];
  const end = (range: TimeRange, isLow: boolean) => (isLow ? range.lowSeconds : range.highSeconds);
  const lowsAlike = clockText(here.lowSeconds) === clockText(there.lowSeconds);
  const [now, before] = [end(here, !lowsAlike), end(there, !lowsAlike)];
  const [nowText, beforeText] = [clockText(now), clockText(before)];
  if (nowText === beforeText) return { text: `${verb('keep')} the wait`, good: 0 };
  const ratio = now / before;
  if (Math.abs(ratio - 1) < 0.05) return { text: `hardly ${verb('change')} the wait`, good: 0 };
  const wait = lowsAlike ? 'the longest wait' : 'the wait';
  if (now > before) return { text: `${verb('lengthen')} ${wait} from ${beforeText} to ${nowText}`, good: -1 };
  if (ratio >= 0.45 && ratio <= 0.55) return { text: `${verb('halve')} ${wait}`, good: 1 };
  return { text: `${verb('cut')} ${wait} from ${beforeText} to ${nowText}`, good: 1 };
}

function connectionClause(
  { inputs, letter, sizing }: HeatOption,
  baseline: HeatOption,
  verb: (plural: string) => string,
): Clause {
  const { free, shown } = sizing;
  const total = shown.ceiling.total;
  const before = baseline.sizing.shown.ceiling.total;
  if (free !== null && total > free) {
    return { text: `may open ${counted(total - free, 'connection')} too many`, good: -1 };
  }
  if (sizing.isPoolUnderRule) {
    return { text: `${verb('leave')} the pool under 2 × ${numberText(inputs.engineWorkers)}`, good: -1 };
  }
  if (letter === baseline.letter) {
    const within = free === null ? '' : `, within the ${numberText(free)} free`;
    return { text: `may open ${counted(total, 'connection')}${within}`, good: 1 };
  }
  if (total < before) return { text: `${verb('open')} fewer connections`, good: 1 };
  if (total === before) return { text: `${verb('open')} as many connections`, good: 0 };
  return free === null
    ? { text: `${verb('open')} more connections`, good: -1 }
    : { text: `${verb('stay')} within the connections free`, good: 1 };
}
