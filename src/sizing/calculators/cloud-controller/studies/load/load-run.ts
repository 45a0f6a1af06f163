import type { Attachments, Job } from '../../../../core/study.ts';
import { createSimulation, type Simulation } from '../../../../queueing/simulation/simulation.ts';
import type { FleetComparison } from '../../size.ts';
import { type LoadCase, type LoadedOption, loadCaseOf } from './load-case.ts';
import { loadView } from './load-view.ts';
import { runConfigOf } from './run-config.ts';
import type { SimulatedOption } from './simulated-option.ts';

/** Some 5 ms of work, more on a slow machine, so that a run can be stopped at any time. */
const eventsAtOnce = 10_000;

/** Simulates option after option; those that are finished stay when the run is ended early. */
export function startRun(comparison: FleetComparison, attachments: Attachments): Job {
  const load = loadCaseOf(comparison, attachments);
  const queue = load.options.filter((one) => runConfigOf(load, one) !== undefined);
  const finished: SimulatedOption[] = [];
  let running: Simulation | undefined;
  return {
    advance() {
      const one = queue[finished.length];
      if (!one) return { fraction: 1, note: '' };
      running ??= started(load, one);
      const { isDone, share } = running.advance(eventsAtOnce);
      if (isDone) {
        finished.push({ one, result: running.result() });
        running = undefined;
      }
      const done = finished.length + (isDone ? 0 : share);
      return {
        // Queues may still have to drain when all requests have come.
        fraction: finished.length === queue.length ? 1 : Math.min(0.999, done / queue.length),
        note: `option ${one.option.letter}`,
      };
    },
    view: () => loadView(load, finished),
  };
}

function started(load: LoadCase, one: LoadedOption): Simulation {
  const config = runConfigOf(load, one);
  if (!config) throw new RangeError(`option ${one.option.letter} has no VM left to simulate`);
  return createSimulation(config);
}
