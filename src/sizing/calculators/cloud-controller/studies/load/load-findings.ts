import type { Finding } from '../../../../core/finding.ts';
import { severities } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import { capiRanges } from '../../capi.ts';
import { wording } from '../../conditions.ts';
import { mostVms } from '../../size.ts';
import { answerAt } from './load-answer.ts';
import type { LoadCase } from './load-case.ts';
import { guideCpuShare, requestText, unsettledText } from './load-cells.ts';
import { loadedFleet, vmsLeftOf } from './load-fleet.ts';
import { rateText, requestRateText, requestsText, responseText, shareText } from './load-text.ts';
import { heldText } from './stall-table.ts';

type Check = (load: LoadCase) => Finding | undefined;

/** Advice on the selected option under load, worst first. */
export function loadFindings(load: LoadCase): readonly Finding[] {
  const found = checks.flatMap((check) => check(load) ?? []);
  const all = [...found, ...doubtsOf(load)];
  if (all.every((f) => f.severity === 'note')) all.push(fineFinding(load));
  return all.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

const checks: readonly Check[] = [
  notCarried,
  fewerProcesses,
  nearlyFull,
  conditionNotCarried,
  stallHoldsUp,
  ownQueues,
  unknownVariation,
  logLeftOut,
  assumedLoad,
];

function notCarried(load: LoadCase): Finding | undefined {
  const { selected, condition, loadPerSecond } = load;
  if (selected.answer.kind === 'settles') return undefined;
  const vms = vmsFor(load);
  const remedy =
    vms === undefined
      ? `Not even ${mostVms} VMs of this size would carry it.`
      : `${counted(vms, 'VM')} would carry it at ${shareText(guideCpuShare)} of their processes’ time or less.`;
  return {
    id: 'L1',
    severity: 'blocker',
    title:
      selected.answer.kind === 'grows'
        ? `Above capacity ${wording[condition].having}: ${unsettledText(selected)}`
        : `Nothing is left ${wording[condition].having}`,
    text: `${requestRateText(loadPerSecond)} ${rateText(loadPerSecond) === '1' ? 'comes' : 'come'}, ${rateText(selected.loaded.ceilingPerSecond)} can be served. ${remedy}`,
    rules: ['R-12', 'CF-15'],
    ...fixTo(vms),
  };
}

function fixTo(vms: number | undefined): Pick<Finding, 'fix'> {
  if (vms === undefined) return {};
  return { fix: { label: `Use ${counted(vms, 'VM')}`, edit: { kind: 'set', inputs: { vms } } } };
}

/** The fewest VMs of the selected make that carry the load in the condition below the guide's share of CPU. */
function vmsFor({ condition, inputs, loadPerSecond, request, selected }: LoadCase): number | undefined {
  // What one VM serves does not depend on how many there are.
  const one = { ...selected.make, vms: 1, zones: 1 };
  const isOneFewer = condition === 'worker' && selected.make.workersPerVm > 1;
  const perVm = loadedFleet(one, isOneFewer ? 'worker' : 'all', request, inputs).ceilingPerSecond;
  for (let vms = 1; vms <= mostVms; vms += 1) {
    const left = vmsLeftOf({ ...selected.make, vms }, condition);
    if (left * perVm * guideCpuShare >= loadPerSecond) return vms;
  }
  return undefined;
}

/** as many requests at once as today on fewer processes serve fewer requests a second. */
function fewerProcesses(load: LoadCase): Finding | undefined {
  const { inputs, selected, today } = load;
  const { sizing } = selected.option;
  const todaysSlots = inputs.thinVms * inputs.thinThreads;
  if (sizing.carries.all < todaysSlots || sizing.usedCores >= inputs.thinVms) return undefined;
  const { up } = selected;
  if (up.ceilingPerSecond >= today.ceilingPerSecond) return undefined;
  return {
    id: 'R-12',
    severity: 'caution',
    title: `As many threads as today, but ${numberText(sizing.usedCores)} cores at work instead of ${numberText(inputs.thinVms)}`,
    text: `${counted(sizing.carries.all, 'request')} at once against ${numberText(todaysSlots)}, yet full at ${requestRateText(up.ceilingPerSecond)} against ${rateText(today.ceilingPerSecond)}: a process computes on one core at most.`,
    rules: ['R-12', 'CF-5'],
  };
}

function nearlyFull(load: LoadCase): Finding | undefined {
  const { loadPerSecond, selected } = load;
  if (selected.answer.kind !== 'settles') return undefined;
  const share = loadPerSecond / selected.loaded.ceilingPerSecond;
  if (share <= guideCpuShare) return undefined;
  return {
    id: 'L2',
    severity: 'caution',
    title: `${shareText(share)} of what it can serve is used`,
    text: `The guide keeps user CPU below ${shareText(guideCpuShare)}. Measured on real servers, the mean was 1.6 to 6.5 times the time of a request alone at 80 to 90 %.`,
    rules: ['CF-15'],
    ...fixTo(vmsFor(load)),
  };
}

/** The plan must survive a loss that the view does not show at the moment. */
function conditionNotCarried(load: LoadCase): Finding | undefined {
  const { inputs, loadPerSecond, request, selected } = load;
  const survive = inputs.survive === 'none' ? 'all' : inputs.survive;
  if (survive === load.condition || selected.answer.kind !== 'settles') return undefined;
  const lost = loadedFleet(selected.make, survive, request, inputs);
  const answer = answerAt({ ...lost, hasPercentiles: false }, loadPerSecond);
  if (answer.kind === 'settles') return undefined;
  return {
    id: 'L3',
    severity: 'caution',
    title: `The load is not carried ${wording[survive].having}`,
    text: `Then it is full at ${requestRateText(lost.ceilingPerSecond)}, and the plan must survive it.`,
    rules: ['CF-12', 'R-4'],
    fix: { label: 'Show that condition', edit: { kind: 'set', inputs: { loadCondition: survive } } },
  };
}

function stallHoldsUp(load: LoadCase): Finding | undefined {
  const effect = load.selected.stall;
  if (!effect || effect.heldUpWithCheck === null) return undefined;
  const { failureSeconds } = load.inputs;
  return {
    id: 'L4',
    severity: 'note',
    title: `One stalled process holds up about ${requestsText(heldText(effect.heldUp))}`,
    text: `If it stalls for ${numberText(failureSeconds)} s and the router keeps sending. A health check that takes the VM out after at most 16 s leaves at most ${heldText(effect.heldUpWithCheck)} of them.`,
    rules: ['CF-9', 'R-11'],
  };
}

function ownQueues({ inputs, selected }: LoadCase): Finding | undefined {
  const { queue } = capiRanges[inputs.capi];
  if (queue === 'shared' || selected.make.workersPerVm === 1) return undefined;
  const kept = queue === 'own, kept alive' ? ' and connections stay with a worker' : '';
  return {
    id: 'R-11',
    severity: 'note',
    title: 'Curves assume one queue for all workers of a VM',
    text: `In this capi-release each worker queues for itself${kept}: a request can wait for one worker while another is idle. Simulate reckons with it.`,
    rules: ['R-11'],
  };
}

function unknownVariation({ request }: LoadCase): Finding | undefined {
  const scv = Math.max(request.cpuScv, request.ioScv);
  if (scv <= 4) return undefined;
  return {
    id: 'L5',
    severity: 'caution',
    title: 'Requests vary more than the curves were checked for',
    text: `Squared coefficient of variation ${numberText(scv)}; curves were held against simulation up to 4, at most 22 % off in the mean. Simulate instead.`,
    rules: [],
  };
}

function logLeftOut({ request }: LoadCase): Finding | undefined {
  const { log } = request;
  if (log.kind !== 'log' || (log.skipped === 0 && log.cut === 0)) return undefined;
  const cut =
    log.cut > 0
      ? ` ${counted(log.cut, 'row')} with more database time than the request took: cut to the request’s.`
      : '';
  return {
    id: 'L6',
    severity: 'caution',
    title: log.skipped > 0 ? `${counted(log.skipped, 'line')} of the log left out` : 'Odd rows in the log',
    text: `${log.firstProblem ?? ''}${cut}`.trim(),
    rules: [],
  };
}

function assumedLoad(load: LoadCase): Finding | undefined {
  if (!load.isLoadAssumed) return undefined;
  return {
    id: 'L7',
    severity: 'note',
    title: `${requestRateText(load.loadPerSecond)} ${rateText(load.loadPerSecond) === '1' ? 'is' : 'are'} assumed`,
    text: `That is ${load.loadSource}. Enter your own peak: requests in progress do not tell how many come.`,
    rules: [],
  };
}

/** What is doubtful about the numbers of a request. */
function doubtsOf({ request }: LoadCase): readonly Finding[] {
  return request.doubts.map((text, index) => ({
    id: `L8-${index + 1}`,
    severity: 'caution',
    title: 'Check what a request takes',
    text,
    rules: [],
  }));
}

function fineFinding(load: LoadCase): Finding {
  const { answer } = load.selected;
  return {
    id: 'L9',
    severity: 'fine',
    title: `The load is carried ${wording[load.condition].having}`,
    text:
      answer.kind === 'settles'
        ? `${requestText(load)}: ${responseText(answer.meanSeconds)} on average. Capacity, processes, CPU and the loss to survive were checked.`
        : '',
    rules: [],
  };
}
