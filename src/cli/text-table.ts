import { cellText, type NamedOption } from '../share/comparison-text.ts';
import type { ComparisonTable } from '../sizing/core/figure.ts';

/** The comparison in columns of equal width, for a terminal or a plain text field. */
export function textTable(table: ComparisonTable, options: readonly NamedOption[]): string {
  const heads = ['', ...options.map((o) => `${o.letter} ${o.name}`)];
  const lines: string[][] = [heads];
  for (const { rows, title } of table.sections) {
    lines.push([title]);
    for (const { cells, label } of rows)
      lines.push([`  ${label}`, ...options.map((o) => cellText(cells[o.letter]))]);
  }
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => lengthOf(line[column] ?? ''))));
  const padded = lines.map((line) =>
    line.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - lengthOf(text))).join('  '),
  );
  return `${padded.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** In characters as people count them. */
function lengthOf(text: string): number {
  return [...text].length;
}
