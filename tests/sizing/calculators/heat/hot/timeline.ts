import type { StackSchedule } from '../../../../../src/sizing/calculators/heat/hot/stack-schedule.ts';
import type { UpstreamOptions } from '../../../../../src/sizing/calculators/heat/hot/upstream-schedule.ts';
import { upstreamSchedule } from '../../../../../src/sizing/calculators/heat/hot/upstream-schedule.ts';
import { graphIn, template } from './hot-edges.ts';

/** A resource that takes so many seconds, e.g. `work(1.5, 'depends_on: a')`. */
export function work(seconds: number, more = ''): string {
  return `{type: "${seconds}"${more === '' ? '' : `, ${more}`}}`;
}

/** So many resources r0, r1, … with the same body. */
export function copies(count: number, resource: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`r${at}`, resource]));
}

export function groupOf(count: number, seconds: number, more = ''): string {
  return `{type: OS::Heat::ResourceGroup${more === '' ? '' : `, ${more}`}, properties: {count: ${count}, resource_def: {type: "${seconds}"}}}`;
}

/** The schedule of a stack whose types are their seconds; a group itself takes none. */
export function scheduleOf(
  resources: Readonly<Record<string, string>>,
  options: Partial<UpstreamOptions> = {},
): StackSchedule {
  return upstreamSchedule(graphIn(template('2018-08-31', resources)), {
    secondsOf: (type) => Number(type),
    engineProcesses: 4,
    isConvergence: true,
    ...options,
  });
}

const rounded = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

/** Each bar as `path start-finish lane`, with a `*` where it is on the last path. */
export function barsIn({ bars }: StackSchedule): readonly string[] {
  return bars.map(
    ({ path, startSeconds, finishSeconds, lane, isOnLastPath }) =>
      `${path} ${rounded(startSeconds)}-${rounded(finishSeconds)} ${lane}${isOnLastPath ? ' *' : ''}`,
  );
}

export function causesIn({ breakdown }: StackSchedule): Readonly<Record<string, number>> {
  return Object.fromEntries(breakdown.map(({ cause, seconds }) => [cause, rounded(seconds)]));
}
