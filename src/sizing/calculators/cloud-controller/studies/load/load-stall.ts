import type { Cell } from '../../../../core/explanation.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { heldByOneWorker, stallOf } from '../../../../queueing/stall.ts';
import { answerAt } from './load-answer.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { loadedFleet } from './load-fleet.ts';
import { rateText } from './load-text.ts';

/** Route registration asks every 10 s and waits 6 s for an answer. */
const detectionSeconds = 16;

/** What one stalled process does to a fleet that is otherwise up, as a fluid (within 1.5 % of simulation). */
export interface StallEffect {
  /** Requests delayed because of it, those inside the process among them. */
  readonly heldUp: number;
  /** The same where the health check takes the VM out of routing; null where it does not. */
  readonly heldUpWithCheck: number | null;
  readonly longestSeconds: number;
  /** From the end of the stall until nothing waits any more. */
  readonly recoverySeconds: number;
}

/** Undefined where the fleet does not carry the load even while nothing fails. */
export function stallEffect(load: LoadCase, { make }: LoadedOption): StallEffect | undefined {
  const { inputs, loadPerSecond, request } = load;
  const stallSeconds = inputs.failureSeconds;
  const up = loadedFleet(make, 'all', request, inputs);
  const answer = answerAt({ ...up, hasPercentiles: false }, loadPerSecond);
  if (answer.kind !== 'settles') return undefined;
  const perVm = loadPerSecond / make.vms;
  const isCluster = make.workersPerVm > 1;
  const left = isCluster ? loadedFleet(make, 'worker', request, inputs).ceilingPerSecond / make.vms : 0;
  const stall = stallOf({
    arrivalsPerSecond: perVm,
    capacityPerSecond: up.ceilingPerSecond / make.vms,
    remainingPerSecond: left,
    stallSeconds,
  });
  if (stall.kind === 'grows') return undefined;
  const inside = heldByOneWorker(perVm * (answer.meanSeconds - answer.threadWaitSeconds), make.workersPerVm);
  const routed = perVm * Math.min(stallSeconds, detectionSeconds);
  return {
    heldUp: inside + stall.affected,
    heldUpWithCheck: isCluster ? null : Math.min(inside + routed, inside + stall.affected),
    longestSeconds: Math.max(stallSeconds, stall.longestExtraDelaySeconds),
    recoverySeconds: stall.drainSeconds,
  };
}

/** "1,800", "1.2": three digits are more than a fluid knows. */
export function heldText(requests: number): string {
  return numberText(Number(requests.toPrecision(requests < 10 ? 2 : 3)));
}

export function stallTable(load: LoadCase): DataTable {
  const { failureSeconds } = load.inputs;
  return {
    kind: 'table',
    id: 'stall',
    title: `What does one process that stalls for ${numberText(failureSeconds)} s hold up?`,
    subtitle: `At ${rateText(load.loadPerSecond)} requests a second with everything else up. Workers that share a queue take over; a process of its own keeps what the router sends.`,
    columns: [
      { id: 'option', label: 'Option', isNumber: false },
      { id: 'held', label: 'Requests held up', isNumber: true },
      { id: 'checked', label: 'With a health check', isNumber: true },
      { id: 'longest', label: 'Longest extra delay', isNumber: true },
      { id: 'recovery', label: 'Recovered after', isNumber: true },
    ],
    rows: load.options.map((one) => ({
      id: one.option.letter,
      letter: one.option.letter,
      ...(one.option.letter === load.selected.option.letter ? { isMarked: true } : {}),
      cells: [{ text: one.option.name, value: null }, ...stallCells(load, one)],
    })),
    isSortable: true,
    empty: 'There is no option to compare.',
  };
}

function stallCells(load: LoadCase, one: LoadedOption): readonly Cell[] {
  const effect = stallEffect(load, one);
  const none: Cell = { text: '–', value: null };
  if (!effect) return [{ text: 'does not settle', value: null, tone: 'bad' }, none, none, none];
  const { heldUp, heldUpWithCheck, longestSeconds, recoverySeconds } = effect;
  return [
    {
      text: heldText(heldUp),
      value: heldUp,
      unit: 'requests',
      explain: {
        formula:
          'Requests inside the process + all that arrive at what it leaves short, until the backlog is gone (fluid)',
        worked: `${rateText(load.loadPerSecond / one.make.vms)} a second at each of ${counted(one.make.vms, 'VM')}, stalled for ${numberText(load.inputs.failureSeconds)} s: ${heldText(heldUp)}`,
        origins: ['yours', 'assumed'],
        rules: ['CF-9', 'R-11'],
      },
    },
    heldUpWithCheck === null
      ? { text: 'the VM stays', value: null }
      : { text: `at most ${heldText(heldUpWithCheck)}`, value: heldUpWithCheck, unit: 'requests' },
    { text: numberText(longestSeconds, 0), value: longestSeconds, unit: 's' },
    recoverySeconds > 0
      ? {
          text: numberText(recoverySeconds, recoverySeconds < 9.95 ? 1 : 0),
          value: recoverySeconds,
          unit: 's',
        }
      : { text: 'at once', value: 0 },
  ];
}
