/** Keys as the reader's keyboard names them: "Ctrl Shift Z", on a Mac "⇧ ⌘ Z". What listens takes either. */
export function keyText(keys: string): string {
  // Deprecated and without a successor in Safari and Firefox: only Chromium has `userAgentData`.
  if (!/^(Mac|iP)/.test(navigator.platform)) return keys;
  return keys.replace('Ctrl Shift', '⇧ ⌘').replace('Ctrl', '⌘').replace('Alt', '⌥');
}
