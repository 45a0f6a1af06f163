import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const data = new URL('../../../../../shared/data/', import.meta.url);

export const hasMeasurements = existsSync(data);

export interface MeasuredRequest {
  readonly kind: number;
  readonly arrivalMs: number;
  readonly responseMs: number;
  readonly status: number;
  readonly server: number;
  readonly cpuMs: number;
  readonly ioMs: number;
}

/** Rows of a measured run, in the order of arrival. */
export function readTrace(name: string): readonly MeasuredRequest[] {
  const lines = gunzipSync(readFileSync(new URL(`puma-traces/${name}.csv.gz`, data)))
    .toString()
    .trim()
    .split('\n');
  return lines
    .slice(1)
    .map((line) => {
      const [kind, arrival, , , , done, status, server, , cpuMs, ioMs] = line.split(',').map(Number);
      return {
        kind: kind!,
        arrivalMs: arrival! * 1000,
        responseMs: (done! - arrival!) * 1000,
        status: status!,
        server: server!,
        cpuMs: cpuMs!,
        ioMs: ioMs!,
      };
    })
    .sort((a, b) => a.arrivalMs - b.arrivalMs);
}

/** Rows of a table of measurements, each by the names of its columns. */
export function readMeasurements(name: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = readFileSync(new URL(name, data), 'utf8').trim().split('\n');
  const columns = header!.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, values[index]!]));
  });
}
