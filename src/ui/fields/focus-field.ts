/** The id of a field's control, from the parameter's name. */
export function fieldIdOf(name: string): string {
  return `field-${name}`;
}

/** Puts the focus into a field of the form, after an undo say. False when the form does not show it. */
export function focusField(name: string): boolean {
  const control = document.getElementById(fieldIdOf(name));
  const target = control?.matches('input, select')
    ? control
    : control?.querySelector<HTMLElement>('input:checked, input');
  target?.focus();
  return target !== null && target !== undefined;
}
