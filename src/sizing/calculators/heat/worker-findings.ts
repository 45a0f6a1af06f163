import { counted, numberText } from '../../core/number-text.ts';
import { type Check, setFix, workersEdit } from './advice.ts';
import { guideCeiling } from './guide-reckoning.ts';
import { sizeHeat } from './size.ts';
import { looseText } from './time-text.ts';
import { defaultExecutorThreads } from './upstream-reckoning.ts';
import { poolByRule } from './worker-table.ts';

const n = numberText;

/** heat-engine's own floor: fewer deadlocked with nested stacks. */
const fewestSafeWorkers = 4;

/** Resident memory of an idle engine worker, measured on 19.0.0. */
const idleWorkerMb = 150;

const guideOverflow = 20;
const upstreamRpcTimeoutSeconds = 60;
const guideRpcTimeoutSeconds = 120;

/** too few engines for nested stacks. */
export const deadlockFloor: Check = ({ option }) => {
  const { inputs, sizing } = option;
  if (inputs.engineWorkers >= fewestSafeWorkers) return undefined;
  const byTable = inputs.engineWorkers === sizing.table.engineWorkers;
  return {
    id: 'R-9',
    severity: 'caution',
    title: `Fewer than ${fewestSafeWorkers} engine workers can deadlock`,
    text:
      'Nested stacks call from engine to engine and wait; with 1 or 2 workers upstream saw them time out and starts at least 4 on each controller.' +
      (byTable ? ` The guide’s table gives ${n(inputs.engineWorkers)}.` : ''),
    rules: ['R-9', 'HT-3'],
    fix: setFix(`Use ${fewestSafeWorkers}`, workersEdit(option, fewestSafeWorkers)),
  };
};

/** A lowered executor has no setting in the guide and takes places from nested stacks. */
export const executorSetApart: Check = ({ option: { inputs } }) => {
  const threads = inputs.executorThreads;
  if (threads === null || threads === defaultExecutorThreads) return undefined;
  const isLowered = threads < defaultExecutorThreads;
  return {
    id: 'R-8-executor',
    severity: isLowered ? 'caution' : 'note',
    title: `Set executor_thread_pool_size to ${n(threads)} in heat.conf`,
    text:
      'The guide’s globals have no setting for it.' +
      (isLowered
        ? ` Each process then has ${counted(threads, 'place')}, and a nested stack holds one while it waits: 8 nested stacks stopped a process of 4 for good.`
        : ''),
    rules: ['R-5', 'R-8', 'R-9'],
    fix: setFix(`Use ${defaultExecutorThreads}`, { executorThreads: defaultExecutorThreads }),
  };
};

/** A timeout under upstream's default fails calls between engines. */
export const shortRpcTimeout: Check = ({ option: { inputs } }) => {
  if (inputs.rpcTimeoutSeconds >= upstreamRpcTimeoutSeconds) return undefined;
  return {
    id: 'R-10-rpc',
    severity: 'caution',
    title: `An RPC timeout of ${n(inputs.rpcTimeoutSeconds)} s is short`,
    text: `The guide’s default is ${guideRpcTimeoutSeconds} s, upstream’s ${upstreamRpcTimeoutSeconds} s. Creating a nested stack is such a call; a busy engine answers late and the stack fails.`,
    rules: ['HT-7', 'R-9', 'R-10'],
    fix: setFix(`Use ${guideRpcTimeoutSeconds}`, { rpcTimeoutSeconds: guideRpcTimeoutSeconds }),
  };
};

/** H7: more than the table. */
export const overTable: Check = ({ option: { inputs, sizing } }) => {
  const { engineWorkers: w, vcpuPerController: vcpu } = inputs;
  if (w <= sizing.table.engineWorkers || w <= 0.5 * vcpu) return undefined;
  const gib = (w * idleWorkerMb) / 1024;
  const standing = w < sizing.text.from ? ' and falls short of the text' : '';
  return {
    id: 'H7',
    severity: 'note',
    title: `${counted(w, 'worker')} ${w === 1 ? 'exceeds' : 'exceed'} the table’s ${n(sizing.table.engineWorkers)}; text allows ${n(sizing.text.from)}–${n(sizing.text.to)}`,
    text:
      `The guide contradicts itself here; ${n(w)} is over the table${standing}. Idle they take about ${numberText(gib, 1)} GiB on each controller.` +
      (w > vcpu
        ? ` ${counted(vcpu, 'core')} for ${n(w)} processes: each is one core at most when Heat itself is busy.`
        : ''),
    rules: ['K1', 'HT-2', 'HT-3', 'HT-4', 'R-8'],
  };
};

/** K1: what the guide's other sentence would do here. */
export const whyNotTheText: Check = ({ option: { inputs, sizing } }) => {
  const w = sizing.text.from;
  if (inputs.engineWorkers >= w || inputs.reckonBy === 'upstream') return undefined;
  const poolSize = poolByRule(w);
  const there = { ...inputs, engineWorkers: w, poolSize, overflow: guideOverflow };
  const { allUp } = sizeHeat(there).shown;
  const floor = inputs.executorThreads ?? 0;
  const overflowText =
    floor > guideOverflow ? `overflow raised to ${n(floor)}` : `the default overflow of ${guideOverflow}`;
  return {
    id: 'K1',
    severity: 'note',
    title: `Why not ${counted(w, 'worker')} per controller?`,
    text: `${inputs.stacksAtOnce === 1 ? 'The stack' : 'The stacks'} would take ${looseText(allUp)}, but pool ${n(poolSize)} on every process, with ${overflowText}, may open ${n(guideCeiling(there, floor).total)} connections.`,
    rules: ['HT-2', 'HT-3', 'K1'],
  };
};

/** H8: workers that wait for the longest chain. */
export const pastTheKnee: Check = ({ option }) => {
  const { inputs, sizing } = option;
  const useful = Math.max(sizing.knee, fewestSafeWorkers);
  if (inputs.reckonBy === 'upstream' || !inputs.convergence || inputs.engineWorkers <= useful)
    return undefined;
  return {
    id: 'H8',
    severity: 'note',
    title: `Past ${counted(sizing.knee, 'worker')} the longest chain sets the time`,
    text:
      `${n(inputs.longestChain)} in a chain at ${n(inputs.secondsPerResource)} s each cannot be shared out.` +
      (useful > sizing.knee
        ? ` Fewer than ${fewestSafeWorkers} workers can deadlock, so ${fewestSafeWorkers} stay.`
        : ''),
    rules: ['HT-5', 'M1'],
    fix: setFix(`Use ${n(useful)}`, workersEdit(option, useful)),
  };
};

/** K9: the guide's default against its table. */
export const defaultOverTable: Check = ({ option: { inputs } }) => {
  if (inputs.vcpuPerController !== 4 || inputs.engineWorkers !== 4) return undefined;
  return {
    id: 'K9',
    severity: 'note',
    title: 'The default of 4 is twice the table’s 2',
    text: 'On 4 vCPU the guide’s table gives 2 engine workers and its defaults 4. Upstream starts 4 at least.',
    rules: ['K9', 'HT-3', 'HT-7', 'R-9'],
  };
};

/** the signal the guide names does not show it. */
export const queueDepthIsBlind: Check = () => ({
  id: 'R-9-queue',
  severity: 'note',
  title: 'Queue depth stays 0 while engines starve',
  text: 'The guide watches it; messages are acknowledged on receipt, so it shows nothing. Watch the age of resources in progress, engine CPU, API latency and “Timed out waiting for a reply”.',
  rules: ['HT-4', 'R-9'],
});

/** what 25.0.0 changed. */
export const movedApiWorkers: Check = ({ option: { inputs } }) => {
  if (inputs.release !== '25') return undefined;
  return {
    id: 'R-10',
    severity: 'note',
    title: 'API workers are no Heat option from 25.0.0 on',
    text: 'heat-api runs inside a web server there, and its processes are set in that.',
    rules: ['R-10'],
  };
};

/** an engine about to go. */
export const legacyDeprecated: Check = ({ option: { inputs } }) => {
  if (inputs.release !== '25' || inputs.convergence) return undefined;
  return {
    id: 'R-10-legacy',
    severity: 'caution',
    title: 'The legacy engine is on its way out',
    text: 'Since 25.0.0 convergence_engine is deprecated for removal: a later release runs convergence only.',
    rules: ['R-10'],
    fix: setFix('Turn convergence on', { convergence: true }),
  };
};

/** One controller is no fleet. */
export const singleController: Check = ({ option: { inputs } }) => {
  if (inputs.controllers > 1) return undefined;
  return {
    id: 'single-controller',
    severity: 'note',
    title: 'With the only controller lost nothing is created',
    text: 'Engine workers may run on several controllers and share the queue.',
    rules: ['HT-1'],
  };
};

/** What a lost controller leaves behind. */
export const lostWork: Check = ({ option: { inputs } }) => {
  if (inputs.controllers === 1) return undefined;
  return {
    id: 'lost-work',
    severity: 'note',
    title: 'A lost controller leaves its resources in progress',
    text: 'The time with a controller lost is that of a stack started afterwards. What the lost engines worked on is not queued again and stays IN_PROGRESS until its stack is acted on.',
    rules: ['R-9'],
  };
};

/** H11: the guide's alert. */
export const alertOnEngines: Check = ({ option: { sizing } }) => ({
  id: 'H11',
  severity: 'note',
  title: 'Alert on orchestration_engine_up == 0',
  text: `After the deploy every service must be up; upstream lists ${counted(sizing.engineTotal, 'engine process', 'engine processes')}. The alert finds dead engines before users do.`,
  rules: ['HT-9'],
  fix: { label: 'Show the rule', edit: { kind: 'open-view', view: 'what-if' } },
});
