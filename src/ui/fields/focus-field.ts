/** The id of a field's control, from the parameter's name. */
export function fieldIdOf(name: string): string {
  return `field-${name}`;
}

/** Puts the focus into a field of the form, after an undo say. False when the form does not show it. */
export function focusField(name: string): boolean {
  const control = document.getElementById(fieldIdOf(name));
  const target = control?.matches('input, select') ? control : radioOf(control);
  target?.focus();
  return Boolean(target);
}

function radioOf(group: HTMLElement | null): HTMLElement | null | undefined {
  return group?.querySelector<HTMLElement>('input:checked') ?? group?.querySelector<HTMLElement>('input');
}
