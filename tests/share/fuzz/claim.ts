/** Throws where something that must hold does not. */
export function claim(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const membersOfObjects = Reflect.ownKeys(Object.prototype).length;

/** What all objects inherit is as the language has it. */
export function claimPrototypeUnharmed(): void {
  claim(Reflect.ownKeys(Object.prototype).length === membersOfObjects, 'Object.prototype was written to');
  claim(!('polluted' in {}), 'Object.prototype was written to');
}

/** A sentence someone can read: not empty, not endless, no control characters, no broken characters. */
export function claimSentence(text: string): void {
  const shown = JSON.stringify(text.slice(0, 200));
  claim(text.length >= 20 && text.length <= 1200, `not a sentence of readable length: ${shown}`);
  claim(/[.!?)]$/.test(text), `does not end as a sentence: ${shown}`);
  claim(!/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), `holds what cannot be shown: ${shown}`);
}
