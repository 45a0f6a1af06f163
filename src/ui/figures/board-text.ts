import type { Cell } from '../../sizing/core/explanation.ts';
import type { ComparisonTable } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import { cellNotes } from './cell-notes.ts';
import { csvText } from './csv-text.ts';

/** A column of the board, as far as its text needs it. */
interface NamedOption {
  readonly letter: Letter;
  readonly name: string;
}

/** The comparison as a Markdown table for a ticket, in the order of the options given. */
export function boardMarkdown(table: ComparisonTable, options: readonly NamedOption[]): string {
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
export function boardCsv(table: ComparisonTable, options: readonly NamedOption[]): string {
  const rows: (string | number)[][] = [['', 'Unit', ...options.map((o) => `${o.letter} ${o.name}`)]];
  for (const section of table.sections) {
    for (const row of section.rows) {
      const cells = options.map((o) => row.cells[o.letter]);
      const unit = cells.find((c) => c?.unit !== undefined)?.unit ?? '';
      rows.push([`${section.title}: ${row.label}`, unit, ...cells.map((c) => c?.value ?? c?.text ?? '')]);
    }
  }
  return csvText(rows);
}

function cellText(cell: Cell | undefined): string {
  if (!cell) return '–';
  const value = cell.unit === undefined ? cell.text : `${cell.text} ${cell.unit}`;
  const { own, other } = cellNotes(cell);
  const notes = [own, other].filter((note) => note !== '').join(', ');
  return notes === '' ? value : `${value} (${notes})`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Keeps a name from ending a cell, starting markup or becoming HTML. */
function markdownText(text: string): string {
  return text.replaceAll(/[\\|*_`<>[\]~]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, ' ');
}
