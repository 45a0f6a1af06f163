import { focusField } from '../ui/fields/focus-field.ts';

/** A view's code may have to load before its form is drawn. */
const mostFrames = 150;

/** Puts focus on a field once the form for it is drawn. */
export function focusSoon(field: string, framesLeft = mostFrames): void {
  requestAnimationFrame(() => {
    if (!focusField(field) && framesLeft > 0) focusSoon(field, framesLeft - 1);
  });
}
