/** A log of requests as pasted: durations, and where the columns are there, database times and arrivals. */
export interface RequestLog {
  readonly kind: 'log';
  readonly durationsMs: readonly number[];
  /** Null without the column. Never above the duration. */
  readonly databaseMs: readonly number[] | null;
  /** Ascending from 0, with the other lists in the same order; null without the column. */
  readonly arrivalsMs: readonly number[] | null;
  /** Lines that could not be read, and what is wrong with the first of them. */
  readonly skipped: number;
  readonly firstProblem: string | null;
  /** Rows whose database time was longer than the request; it was cut to the request's. */
  readonly cut: number;
}

export type ReadLog =
  | RequestLog
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const columnNames = {
  duration: ['time_taken_in_ms', 'duration_ms'],
  database: ['total_db_query_time_in_ms', 'db_ms'],
  arrival: ['arrival_s'],
} as const;

interface Columns {
  readonly duration: number;
  readonly database: number;
  readonly arrival: number;
}

interface Row {
  readonly durationMs: number;
  readonly databaseMs: number;
  readonly arrivalMs: number;
}

/** Reads a log with a header line; fields are separated by commas, semicolons or tabs. Never throws. */
export function readRequestLog(text: string): ReadLog {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => line.text !== '');
  const [header, ...body] = lines;
  if (!header) return { kind: 'empty' };
  const separator = [',', ';', '\t'].find((s) => header.text.includes(s)) ?? ',';
  const columns = columnsIn(cellsOf(header.text, separator));
  if (columns.duration < 0) {
    return {
      kind: 'unreadable',
      reason: `The first line names no column ${columnNames.duration.join(' or ')}.`,
    };
  }
  const rows: Row[] = [];
  let skipped = 0;
  let firstProblem: string | null = null;
  for (const line of body) {
    const row = rowOf(cellsOf(line.text, separator), columns);
    if (typeof row !== 'string') {
      rows.push(row);
      continue;
    }
    skipped += 1;
    firstProblem ??= `Line ${line.number}: ${row}.`;
  }
  return rows.some((row) => row.durationMs > 0)
    ? logOf(rows, columns, skipped, firstProblem)
    : { kind: 'unreadable', reason: firstProblem ?? 'No row has a duration above 0.' };
}

function logOf(
  rows: readonly Row[],
  columns: Columns,
  skipped: number,
  firstProblem: string | null,
): RequestLog {
  // Without the column all arrive at 0 and keep their order.
  const sorted = rows.toSorted((a, b) => a.arrivalMs - b.arrivalMs);
  const startMs = sorted[0]?.arrivalMs ?? 0;
  return {
    kind: 'log',
    durationsMs: sorted.map((row) => row.durationMs),
    databaseMs: columns.database < 0 ? null : sorted.map((row) => Math.min(row.databaseMs, row.durationMs)),
    arrivalsMs: columns.arrival < 0 ? null : sorted.map((row) => row.arrivalMs - startMs),
    skipped,
    firstProblem,
    cut: columns.database < 0 ? 0 : rows.filter((row) => row.databaseMs > row.durationMs).length,
  };
}

function cellsOf(line: string, separator: string): readonly string[] {
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function columnsIn(names: readonly string[]): Columns {
  const at = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name.toLowerCase()));
  return {
    duration: at(columnNames.duration),
    database: at(columnNames.database),
    arrival: at(columnNames.arrival),
  };
}

/** A row, or what is wrong with it. */
function rowOf(cells: readonly string[], columns: Columns): Row | string {
  const read = (column: number) => (column < 0 ? 0 : plainNumber(cells[column] ?? ''));
  const durationMs = read(columns.duration);
  const databaseMs = read(columns.database);
  const arrivalS = read(columns.arrival);
  if (durationMs === undefined) return saying(cells[columns.duration], 'a duration in milliseconds');
  if (databaseMs === undefined) return saying(cells[columns.database], 'a database time in milliseconds');
  if (arrivalS === undefined) return saying(cells[columns.arrival], 'an arrival in seconds');
  return { durationMs, databaseMs, arrivalMs: arrivalS * 1000 };
}

function saying(found: string | undefined, wanted: string): string {
  return `“${(found ?? '').slice(0, 20)}” is not ${wanted}`;
}

/** Digits with a decimal point, not negative; undefined otherwise. At most an hour, or ten billion seconds as a time. */
function plainNumber(text: string): number | undefined {
  return /^\d{1,11}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
