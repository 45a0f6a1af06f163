import type { KeyboardEvent } from 'react';
import type { AnyNumberParam, Value } from '../../sizing/core/param.ts';
import { type DraftReading, readDraft, valueText } from './read-draft.ts';
import { stepped, stepsOfKey } from './stepped.ts';
import { useDraft } from './use-draft.ts';
import { useReport } from './use-report.ts';

interface NumberEntry {
  /** What stands in the box. */
  readonly text: string;
  /** The number the model holds or its rule gives; undefined when there is none. */
  readonly shown: number | undefined;
  /** What the typed text means, while it is not good. */
  readonly trouble: Exclude<DraftReading, { readonly kind: 'good' }> | undefined;
  readonly type: (typed: string) => void;
  readonly set: (value: Value) => void;
  readonly step: (steps: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** The behaviour of a number field: keeps what was typed, hands on what reads as good, steps by keys. */
export function useNumberEntry(
  param: AnyNumberParam,
  value: Value,
  autoValue: number | undefined,
  onChange: (value: Value) => void,
  onDraft: (message: string | null) => void,
): NumberEntry {
  const draft = useDraft(value);
  const shown = typeof value === 'number' ? value : value === 'auto' ? autoValue : undefined;
  const reading = draft.typed === undefined ? undefined : readDraft(param, draft.typed);
  const trouble = reading?.kind === 'good' ? undefined : reading;
  useReport(trouble?.message, onDraft);
  const [min, max] = param.range;

  function type(typed: string) {
    const next = readDraft(param, typed);
    draft.keep(typed, next.kind === 'good' ? next.value : value);
    if (next.kind === 'good' && !Object.is(next.value, value)) onChange(next.value);
  }

  function set(next: Value) {
    draft.drop();
    if (!Object.is(next, value)) onChange(next);
  }

  function step(steps: number) {
    set(shown === undefined ? min : stepped(param, shown, steps));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = stepsOfKey(event.key, event.shiftKey);
    // Once something is typed, Home and End move the caret in it.
    const isUntouched = draft.typed === undefined && !event.shiftKey;
    if (steps !== undefined) step(steps);
    else if (event.key === 'Home' && isUntouched) set(min);
    else if (event.key === 'End' && isUntouched) set(max);
    else if (event.key === 'Escape' && trouble) {
      // Gives the last good value back, and leaves the sheet around the form open.
      event.stopPropagation();
      draft.drop();
    } else return;
    event.preventDefault();
  }

  return {
    text: draft.typed ?? (shown === undefined ? '' : valueText(shown)),
    shown,
    trouble,
    type,
    set,
    step,
    onKeyDown,
    onBlur: () => {
      if (!trouble) draft.drop();
    },
  };
}
