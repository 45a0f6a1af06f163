import { isDeepStrictEqual } from 'node:util';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import { createPlanStorage, planKey } from '../../../src/state/plan-storage.ts';
import { claim } from './claim.ts';
import { claimInWords, claimSound } from './session-claims.ts';

/** Loads a plan from a browser's storage that holds this text, and saves it again. */
export function loadStored(text: string, calculators: readonly Calculator[]): () => undefined {
  const outcomes = calculators.map((calculator) => {
    const kept = new Map([[planKey(calculator), text]]);
    const storage = createPlanStorage(() => storageOf(kept), calculators);
    return { calculator, kept, storage, saved: storage.load(calculator) };
  });
  return () => {
    for (const { calculator, kept, saved, storage } of outcomes) {
      const aside = kept.get(`${planKey(calculator)}.set-aside`);
      claim(saved.kind !== 'none', 'a text was taken for none');
      if (saved.kind === 'unreadable') {
        claim(saved.isSetAside && aside === text, 'what cannot be read was not set aside');
        continue;
      }
      claimInWords(saved);
      claimSound(saved.session, calculator);
      claim(storage.save(calculator, saved.session), 'not saved');
      const again = storage.load(calculator);
      claim(again.kind === 'opened', 'what was saved cannot be loaded');
      claim(isDeepStrictEqual(again.session, saved.session), 'what was saved loads as something else');
      claim(storage.holds(calculator, saved.session), 'what was saved is not held to be it');
    }
  };
}

function storageOf(kept: Map<string, string>): Storage {
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, text) => void kept.set(key, text),
  };
}
