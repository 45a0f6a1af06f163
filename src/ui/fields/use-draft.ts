import { useState } from 'react';
import type { Value } from '../../sizing/core/param.ts';

interface Draft {
  readonly typed: string;
  /** The model's value that goes with it. When the model holds another one, the draft is out of date. */
  readonly model: Value;
}

/**
 * What stands in a text box while it differs in form from the model's value ("1.5k" for 1500, or "60o").
 * Undefined when the box shows the value. A value that changes from outside, by undo say, ends the draft.
 */
export function useDraft(value: Value): {
  readonly typed: string | undefined;
  readonly keep: (typed: string, model: Value) => void;
  readonly drop: () => void;
} {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isCurrent = draft !== null && Object.is(draft.model, value);
  if (draft && !isCurrent) setDraft(null);
  return {
    typed: isCurrent ? draft.typed : undefined,
    keep: (typed, model) => setDraft({ typed, model }),
    drop: () => setDraft(null),
  };
}
