import type { Letter } from '../../src/sizing/core/plan.ts';
import { createPlanStore } from '../../src/state/plan-store.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';

/** A store whose clock stands still until it is moved. */
export function made() {
  let time = 0;
  const plan = createPlanStore(sampleCalculator, () => time);
  return {
    ...plan,
    wait: (ms: number) => {
      time += ms;
    },
    now: () => plan.store.getState().plan,
    selected: () => plan.store.getState().selected,
    letters: () =>
      plan.store
        .getState()
        .plan.options.map((o) => o.letter)
        .join(''),
    nodes: (letter: Letter) =>
      plan.store.getState().plan.options.find((o) => o.letter === letter)?.inputs.nodes,
    steps: () => plan.history.getState().pastStates.length,
  };
}
