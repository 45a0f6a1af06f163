import { focusField } from '../ui/fields/focus-field.ts';

/** Puts focus on a field once the form for it is drawn. */
export function focusSoon(field: string): void {
  requestAnimationFrame(() => focusField(field));
}
