import type { Fix } from '../../core/finding.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { type Check, ceilingOf, engineOverflowOf, fittingFix, roomyLimit, setFix } from './advice.ts';
import { params } from './params.ts';
import { defaultExecutorThreads, executorThreadsOf } from './upstream-reckoning.ts';

const n = numberText;
const largestPool = params.poolSize.range[1];

/** H1: the guide's pool rule. */
export const poolUnderRule: Check = ({ option: { inputs, sizing } }) => {
  if (!sizing.isPoolUnderRule) return undefined;
  return {
    id: 'H1',
    severity: 'blocker',
    title: `Pool ${n(inputs.poolSize)} is under 2 × ${n(inputs.engineWorkers)}`,
    text: `The guide asks for at least ${n(sizing.poolNeeded)} connections a process; its own default of 10 breaks that from 6 workers on.`,
    rules: ['HT-6', 'K2', 'K3'],
    fix: setFix(`Use ${n(sizing.poolNeeded)}`, { poolSize: sizing.poolNeeded }),
  };
};

/** H2: more connections than the database has for Heat. */
export const overTheLimit: Check = ({ option }) => {
  const { free, shown } = option.sizing;
  const total = shown.ceiling.total;
  if (free === null || total <= free) return undefined;
  const fix = fittingFix(option);
  const limit = roomyLimit(option.inputs, total);
  return {
    id: 'H2',
    severity: 'blocker',
    title: `Heat may open ${n(total)} of ${counted(free, 'connection')}`,
    text:
      `${n(total - free)} too many: the server answers “Too many connections”.` +
      (limit === null
        ? ''
        : ` As it is set, max_connections ${n(limit)} would keep a fifth of Heat’s share free.`) +
      (fix ? '' : ' Fewer workers or a smaller pool are needed.'),
    rules: ['HT-8', 'HT-11', 'K3'],
    ...(fix && { fix }),
  };
};

/** H4: it fits, but barely. */
export const thinMargin: Check = ({ option: { inputs, sizing } }) => {
  const { free, shown } = sizing;
  const total = shown.ceiling.total;
  if (free === null || total > free || free - total >= free * 0.1) return undefined;
  const limit = roomyLimit(inputs, total);
  return {
    id: 'H4',
    severity: 'caution',
    title: total === free ? 'No connection is spare' : `${counted(free - total, 'connection')} spare is thin`,
    text:
      limit === null
        ? 'Lower pool or overflow to keep a fifth of Heat’s share free.'
        : `Raise max_connections to ${n(limit)} to keep a fifth of Heat’s share free.`,
    rules: ['HT-8'],
    ...(limit !== null && { fix: setFix(`Use ${n(limit)}`, { maxConnections: limit }) }),
  };
};

/** H5 and R-5: the overflow that is set is not the one that applies. */
export const overflowRaised: Check = ({ option: { inputs, sizing } }) => {
  const raised = executorThreadsOf(inputs);
  if (inputs.overflow >= raised) return undefined;
  if (inputs.reckonBy === 'upstream') {
    return {
      id: 'R-5',
      severity: 'note',
      title: `Overflow ${n(inputs.overflow)} becomes ${n(raised)}`,
      text: `heat-engine raises it to executor_thread_pool_size at start. Only a lower executor_thread_pool_size lowers the ceiling of ${n(sizing.upstream.ceiling.total)}.`,
      rules: ['R-5'],
      fix: setFix(`Use overflow ${n(raised)}`, { overflow: raised }),
    };
  }
  if (inputs.executorThreads !== null) return undefined;
  return {
    id: 'H5',
    severity: 'caution',
    title: 'Heat may raise overflow by itself',
    text: `heat-engine lifts overflow to executor_thread_pool_size, ${defaultExecutorThreads} unless you set it. The ceiling would be ${n(sizing.ceilingWithFloor)}; ${n(sizing.upstream.ceiling.total)} by the source code, where API workers open none.`,
    rules: ['R-5', 'R-6'],
    fix: setFix('Count it', { executorThreads: defaultExecutorThreads }),
  };
};

/** H9: the process ran out, not the server. The error is today's, so the baseline is what to exceed. */
export const queuePoolError: Check = ({ baseline, option }) => {
  const { inputs, sizing } = option;
  if (inputs.errorSeen !== 'queuepool') return undefined;
  const perProcess = inputs.poolSize + engineOverflowOf(inputs);
  const before = baseline.inputs.poolSize + engineOverflowOf(baseline.inputs);
  const means = '“QueuePool limit reached” means that a process used up its own pool + overflow.';
  if (perProcess > before) {
    return {
      id: 'H9-answered',
      severity: 'fine',
      title: `${n(perProcess)} connections a process answer the QueuePool error`,
      text: `${means} It had ${n(before)}; more workers would not have helped.`,
      rules: ['HT-8'],
    };
  }
  const poolSize = Math.max(
    sizing.poolNeeded,
    2 * baseline.inputs.poolSize,
    before + 1 - engineOverflowOf(inputs),
  );
  const edit = { poolSize };
  const label = `Use pool ${n(poolSize)}`;
  const isBaseline = option.letter === baseline.letter;
  return {
    id: 'H9',
    severity: 'caution',
    title: 'Raise pool or overflow per process, not workers',
    text: `${means} It has ${n(perProcess)}, today ${n(before)}. With pool ${n(poolSize)} Heat may open ${n(ceilingOf({ ...inputs, poolSize }))}.`,
    rules: ['HT-8', 'HT-6'],
    ...(poolSize <= largestPool && {
      fix: isBaseline
        ? {
            label: `Add an option with pool ${n(poolSize)}`,
            edit: { kind: 'add-option', name: label, inputs: edit },
          }
        : setFix(label, edit),
    }),
  };
};

/** H10: the server ran out, not the process: the opposite of H9. */
export const tooManyConnectionsError: Check = ({ baseline, option }) => {
  const { inputs, sizing } = option;
  if (inputs.errorSeen !== '1040') return undefined;
  const total = sizing.shown.ceiling.total;
  const isBaseline = option.letter === baseline.letter;
  const means = '“Too many connections (1040)” means that the server is full; a larger pool makes it worse.';
  if (sizing.free === null) return tooManyWithoutLimit(option, baseline, means);
  if (total > sizing.free) {
    const fitting = fittingFix(option);
    const fix = fitting && isBaseline ? asOption(fitting) : fitting;
    return {
      id: 'H10',
      severity: 'caution',
      title: 'Lower pool + overflow, or raise max_connections',
      text: `${means} Heat may open ${n(total)}, ${n(sizing.free)} are free.`,
      rules: ['HT-8', 'HT-11'],
      ...(fix && { fix }),
    };
  }
  if (isBaseline) {
    return {
      id: 'H10-unexplained',
      severity: 'caution',
      title: `A ceiling of ${n(total)} does not explain error 1040`,
      text: `${n(sizing.free)} are free. If the error was seen with these settings, check what other services open, and which overflow applies: by the source code Heat may open ${n(sizing.upstream.ceiling.total)}.`,
      rules: ['HT-11', 'R-5'],
    };
  }
  const other = sizing.other.ceiling.total;
  const doubt =
    other > sizing.free
      ? ` By the other reckoning, ${sizing.otherName}, Heat may open ${n(other)}, which do not fit.`
      : '';
  return {
    id: 'H10-answered',
    severity: 'fine',
    title: `${n(total)} connections fit where 1040 was seen${doubt ? `, by ${inputs.reckonBy === 'guide' ? 'the guide' : 'upstream'}` : ''}`,
    text: `${means} ${n(sizing.free)} are free; the baseline may open ${n(baseline.sizing.shown.ceiling.total)}.${doubt}`,
    rules: ['HT-8', 'HT-11', 'R-5'],
  };
};

/** The baseline is where the error was seen, so it stays as it is; a shared setting has no option of its own. */
function asOption(fix: Fix): Fix {
  if (fix.edit.kind !== 'set' || 'maxConnections' in fix.edit.inputs) return fix;
  return {
    label: `Add an option: ${fix.label.charAt(0).toLowerCase()}${fix.label.slice(1)}`,
    edit: { kind: 'add-option', name: 'What fits', inputs: fix.edit.inputs },
  };
}

function tooManyWithoutLimit(
  { inputs, letter, sizing }: Parameters<Check>[0]['option'],
  baseline: Parameters<Check>[0]['option'],
  means: string,
): ReturnType<Check> {
  const total = sizing.shown.ceiling.total;
  const before = baseline.sizing.shown.ceiling.total;
  const isBaseline = letter === baseline.letter;
  if (!isBaseline && total < before) {
    return {
      id: 'H10-answered',
      severity: 'fine',
      title: `${n(before - total)} connections fewer than where 1040 was seen`,
      text: `${means} Enter max_connections to see whether ${n(total)} fit.`,
      rules: ['HT-8'],
    };
  }
  const edit = { overflow: 0, poolSize: sizing.poolNeeded };
  const lowered = ceilingOf({ ...inputs, ...edit });
  const label = `Use pool ${n(edit.poolSize)} and overflow 0`;
  return {
    id: 'H10',
    severity: 'caution',
    title: 'Lower pool + overflow, or raise max_connections',
    text: `${means} Heat may open ${n(total)} as set. Enter max_connections to see how many fit.`,
    rules: ['HT-8', 'HT-11'],
    ...(lowered < before && {
      fix: isBaseline
        ? {
            label: 'Add an option with overflow 0',
            edit: { kind: 'add-option', name: 'No overflow', inputs: edit },
          }
        : setFix(label, edit),
    }),
  };
}

/** Without a limit the ceiling has nothing to stand against. */
export const limitUnknown: Check = ({ option: { inputs, sizing } }) => {
  if (sizing.free !== null) return undefined;
  const room = roomyLimit(inputs, sizing.shown.ceiling.total);
  return {
    id: 'limit-unknown',
    severity: 'note',
    title: 'Enter max_connections to check the ceiling',
    text:
      `Heat may open ${counted(sizing.shown.ceiling.total, 'connection')}.` +
      (room === null ? '' : ` max_connections ${n(room)} would carry them with a fifth to spare.`),
    rules: ['HT-11'],
  };
};
