import { counted, numberText } from '../../core/number-text.ts';
import type { Provenance } from '../../core/size-view.ts';
import type { HeatOption } from './size.ts';

const n = numberText;

/** Which numbers rest on what. */
export function provenanceOf({ inputs, sizing }: HeatOption): readonly Provenance[] {
  const isGuide = inputs.reckonBy === 'guide';
  const limit = inputs.maxConnections === null ? '' : `, ${n(inputs.maxConnections)} connections`;
  const floor = isGuide ? inputs.executorThreads : null;
  const yours = `${counted(inputs.resources, 'resource')}, ${n(inputs.secondsPerResource)} s each, chain of ${n(inputs.longestChain)}${limit}`;
  const guide: Provenance = {
    origin: 'guide',
    text: isGuide ? 'Worker table, pool rule, defaults, limits' : 'Worker table, pool rule, settings',
  };
  const release: Provenance = {
    origin: 'release',
    text: isGuide
      ? `Overflow floor of ${n(floor ?? 0)} in engine processes`
      : 'Overflow floor, places per process, pace of leaves, no connections from API workers',
  };
  const places = counted(inputs.tasksPerWorker, 'resource');
  const between =
    sizing.table.reading === 'row'
      ? ''
      : sizing.table.reading === 'lower row'
        ? ', lower row of the table'
        : ', 1 worker per 2 vCPU';
  const assumed = isGuide
    ? `${places} at a time per worker, API workers use the same pool${between}`
    : `Seconds per resource${inputs.leaves === null ? '; leaves unknown, so the time is a wide range' : ''}${between}`;
  return [
    guide,
    ...(isGuide && floor === null ? [] : [release]),
    { origin: 'yours', text: yours },
    { origin: 'assumed', text: assumed },
  ];
}
