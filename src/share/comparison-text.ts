/** A comparison as text to take away: for the page's menu and the command alike. */
import { cellNotes } from '../sizing/core/cell-notes.ts';
import { csvText } from '../sizing/core/csv-text.ts';
import type { Cell } from '../sizing/core/explanation.ts';
import type { ComparisonTable } from '../sizing/core/figure.ts';
import type { Letter } from '../sizing/core/plan.ts';

/** A column, as far as its text needs it. */
export interface NamedOption {
  readonly letter: Letter;
  readonly name: string;
}

/** The comparison as a Markdown table for a ticket, in the order of the options given. */
export function comparisonMarkdown(table: ComparisonTable, options: readonly NamedOption[]): string {
  const heads = options.map((o) => `${o.letter} ${markdownText(o.name)}`);
  const lines = [tableRow(['', ...heads]), tableRow(['---', ...heads.map(() => '---:')])];
  for (const section of table.sections) {
    lines.push(tableRow([`**${markdownText(section.title)}**`, ...heads.map(() => '')]));
    for (const row of section.rows) {
      lines.push(
        tableRow([row.label, ...options.map((o) => cellText(row.cells[o.letter]))].map(markdownText)),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The comparison as CSV: a column an option, plain numbers in the row's unit, text where there is no number. */
export function comparisonCsv(table: ComparisonTable, options: readonly NamedOption[]): string {
  const rows: (string | number)[][] = [['', 'Unit', ...options.map((o) => `${o.letter} ${o.name}`)]];
  for (const section of table.sections) {
    for (const row of section.rows) {
      const cells = options.map((o) => row.cells[o.letter]);
      const unit = cells.map((c) => c?.valueUnit ?? c?.unit).find((u) => u !== undefined) ?? '';
      rows.push([`${section.title}: ${row.label}`, unit, ...cells.map((c) => c?.value ?? c?.text ?? '')]);
    }
  }
  return csvText(rows);
}

/** A figure with its unit and small print, and a dash for an option that could not be sized. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return '–';
  const value = cell.unit === undefined ? cell.text : `${cell.text} ${cell.unit}`;
  const { own, other } = cellNotes(cell);
  const notes = [own, other].filter((note) => note !== '').join(', ');
  return notes === '' ? value : `${value} (${notes})`;
}

/** Keeps text from ending a cell, starting markup or becoming HTML. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\|*_`<>[\]~]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, ' ');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
