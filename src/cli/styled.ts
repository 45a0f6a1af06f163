import type { Severity } from '../sizing/core/finding.ts';

export type Style = 'bold' | 'faint' | 'red' | 'yellow' | 'green';

const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  faint: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
};

export const severityStyles: Readonly<Record<Severity, Style>> = {
  blocker: 'red',
  caution: 'yellow',
  note: 'bold',
  fine: 'green',
};

/** Text in a style, or as it is where colour is not wanted. */
export function styled(text: string, style: Style, hasColour: boolean): string {
  const [on, off] = codes[style];
  return hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}
