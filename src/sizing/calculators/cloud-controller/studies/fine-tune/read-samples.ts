import { counted, numberText } from '../../../../core/number-text.ts';
import { mostRows } from './samples-field.ts';

export type Metric = 'outstanding' | 'cpuUser' | 'loadAverage';

/** One column of the file; a value that is missing is no number (NaN). */
export interface SampleColumn {
  readonly metric: Metric;
  /** As the header has it. */
  readonly name: string;
  readonly values: Float64Array;
}

export type SamplesReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'samples';
      readonly rows: number;
      readonly columns: readonly SampleColumn[];
      /** Columns of the header that are not used. */
      readonly unused: readonly string[];
      readonly missing: number;
      readonly blankRows: number;
    }
  /** Nothing of the file is used; each sentence says why and where. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const names: Readonly<Record<Metric, readonly string[]>> = {
  outstanding: [
    'outstanding',
    'outstanding_requests',
    'requests_outstanding',
    'cc_requests_outstanding',
    'cc_requests_outstanding_gauge',
    'cc_requests_outstanding_total',
  ],
  cpuUser: ['cpu', 'cpu_user', 'user_cpu', 'system_cpu_user'],
  loadAverage: [
    'load',
    'load_avg',
    'load_average',
    'cpu_load_avg',
    'vitals_cpu_load_avg',
    'cc_vitals_cpu_load_avg',
  ],
};

const shownProblems = 5;

/**
 * Reads a table of samples strictly: either every row is understood or nothing is used, and the rows that are not are
 * named. Empty cells, NaN, null and n/a are missing values and are counted. Rows are numbered as an editor does, the
 * header being row 1 unless blank lines stand above it.
 */
export function readSamples(text: string): SamplesReading {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { kind: 'none' };
  const headerLine = lines[first] ?? '';
  const separator = separatorOf(headerLine);
  const header = cellsOf(headerLine, separator);
  if (!header) return refused([`Row ${first + 1}: a quotation mark is not closed.`]);
  const used = header.flatMap((name, index) => {
    const metric = metricOf(name);
    return metric ? [{ index, metric, name }] : [];
  });
  if (used.length === 0) return refused([noColumn(header, first)]);
  const rows = lines.length - first - 1;
  const filled = lines.slice(first + 1).reduce((sum, line) => sum + (line.trim() === '' ? 0 : 1), 0);
  if (filled === 0) return refused(['There is a header, but no row of values below it.']);
  if (filled > mostRows)
    return refused([
      `${numberText(filled)} rows are too many: at most ${numberText(mostRows)} are read. Take a shorter time or a coarser step.`,
    ]);
  return readRows(lines, first, separator, header, used, { rows, filled });
}

interface UsedColumn {
  readonly index: number;
  readonly metric: Metric;
  readonly name: string;
}

function readRows(
  lines: readonly string[],
  first: number,
  separator: string,
  header: readonly string[],
  used: readonly UsedColumn[],
  { filled, rows }: { readonly rows: number; readonly filled: number },
): SamplesReading {
  const problems = new Problems();
  const numbers = new FileNumbers();
  const columns = used.map(({ metric, name }) => ({ metric, name, values: new Float64Array(filled) }));
  let missing = 0;
  let row = 0;
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const cells = cellsOf(line, separator);
    if (!cells) problems.add(at, 'a quotation mark is not closed');
    else if (cells.length !== header.length)
      problems.add(at, cellCount(cells.length, header.length, separator));
    else {
      for (const [position, { index, name }] of used.entries()) {
        const cell = (cells[index] ?? '').trim();
        const value = numbers.read(cell, at);
        if (value === undefined)
          problems.add(at, `“${cell.slice(0, 20)}” is no number (${name.slice(0, 40)})`);
        else if (value < 0) problems.add(at, `${cell} is below nought (${name.slice(0, 40)})`);
        else {
          if (Number.isNaN(value)) missing += 1;
          const column = columns[position];
          if (column) column.values[row] = value;
        }
      }
    }
    row += 1;
  }
  const mixed = numbers.problem();
  const sentences = [...(mixed ? [mixed] : []), ...problems.sentences()];
  if (sentences.length > 0) return refused(sentences);
  const unused = header.filter((_, index) => !used.some((column) => column.index === index));
  return {
    kind: 'samples',
    rows: filled,
    columns,
    unused,
    missing,
    blankRows: rows - filled - trailing(lines),
  };
}

/** Blank lines at the end are how files end. */
function trailing(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.length - 1 - last;
}

function refused(problems: readonly string[]): SamplesReading {
  return { kind: 'refused', problems };
}

/** The first rows that are not understood, and how many more there are. */
class Problems {
  private readonly first: string[] = [];
  private more = 0;

  add(line: number, what: string): void {
    if (this.first.length < shownProblems) this.first.push(`Row ${numberText(line + 1)}: ${what}.`);
    else this.more += 1;
  }

  sentences(): readonly string[] {
    return this.more === 0
      ? this.first
      : [...this.first, `${counted(this.more, 'further value')} like these.`];
  }
}

/** The numbers of one file, which has one decimal mark: two of them would make one of both a guess. */
class FileNumbers {
  private readonly plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
  private readonly absent = /^(?:|nan|null|none|na|n\/a|-)$/i;
  private comma: number | undefined;
  private point: number | undefined;

  /** NaN for a missing value, undefined for what is no number. */
  read(cell: string, line: number): number | undefined {
    if (this.absent.test(cell)) return Number.NaN;
    if (cell.includes(',')) this.comma ??= line;
    if (cell.includes('.')) this.point ??= line;
    const text = cell.replace(',', '.');
    if (!this.plain.test(text)) return undefined;
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  problem(): string | undefined {
    if (this.comma === undefined || this.point === undefined) return undefined;
    return `Row ${numberText(this.comma + 1)} has a decimal comma, row ${numberText(this.point + 1)} a decimal point. Use one of them, and no marks between thousands.`;
  }
}

function metricOf(name: string): Metric | undefined {
  const plain = name
    .replace(/\{.*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const metrics = ['outstanding', 'cpuUser', 'loadAverage'] as const;
  return metrics.find((metric) => names[metric].includes(plain));
}

function noColumn(header: readonly string[], line: number): string {
  const isNumbers = header.every((cell) => /^[\s\d.,:+-]*$/.test(cell));
  if (isNumbers)
    return `Row ${line + 1} has no names. Begin with a header, such as time,outstanding,cpu_user,load_avg.`;
  return `No column is known: ${header
    .slice(0, 6)
    .map((name) => `“${name.trim().slice(0, 40)}”`)
    .join(', ')}. Name at least one outstanding, cpu_user or load_avg.`;
}

function cellCount(found: number, expected: number, separator: string): string {
  const hint =
    separator === ',' && found > expected ? '; with decimal commas, separate values by semicolons' : '';
  return `${counted(found, 'value')} where the header names ${numberText(expected)}${hint}`;
}

/** The sign that divides the header most often; a single column has none. */
function separatorOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '').replaceAll(/\{[^}]*\}/g, '');
  const signs = [';', '\t', ','] as const;
  const counts = signs.map((sign) => bare.split(sign).length);
  return signs[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Cells of a row; undefined where a quotation mark is not closed. */
function cellsOf(line: string, separator: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '"') {
      if (isQuoted && line.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return isQuoted ? undefined : [...cells, cell];
}
