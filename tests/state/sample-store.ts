import type { Session } from '../../src/share/session.ts';
import type { Inputs, Letter, Plan } from '../../src/sizing/core/plan.ts';
import { planOf } from '../../src/sizing/core/preset.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';

/** The session a newcomer begins with: options A "Today" with 10 and B "Tomorrow" with 20 consumers. */
export function sampleSession(): Session {
  const [preset] = sampleCalculator.presets;
  if (!preset) throw new Error('no preset');
  return { ...planOf(sampleCalculator, preset), view: 'size', unknown: new Map() };
}

/** The sample's plan with other options: a letter each, with its inputs. */
export function planWith(options: Readonly<Partial<Record<Letter, Inputs>>>, baseline: Letter = 'A'): Plan {
  const { plan } = sampleSession();
  const [model] = plan.options;
  if (!model) throw new Error('no option');
  return {
    ...plan,
    baseline,
    options: Object.entries(options).map(([letter, inputs]) => ({
      // Object.entries forgets that the keys are letters.
      letter: letter as Letter,
      name: `Option ${letter}`,
      inputs: { ...model.inputs, ...inputs },
    })),
  };
}

/** A browser's storage that can be full or blocked. */
export class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  isFull = false;
  isBlocked = false;

  /** As `window.localStorage` is read: throws where storage is blocked. */
  readonly open = (): Storage => {
    if (this.isBlocked) throw new DOMException('The operation is insecure.', 'SecurityError');
    return this;
  };

  get length(): number {
    return this.texts.size;
  }
  key(index: number): string | null {
    return [...this.texts.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    this.texts.set(key, text);
  }
  removeItem(key: string): void {
    this.texts.delete(key);
  }
  clear(): void {
    this.texts.clear();
  }
}
