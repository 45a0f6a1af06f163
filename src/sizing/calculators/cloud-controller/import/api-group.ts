import type { ImportReport, Place } from '../../../documents/import-report.ts';
import { entryOf, textOf } from '../../../documents/located-node.ts';
import { shortened } from '../../../documents/scalar-reading.ts';
import { type BoshSource, placeOf } from './bosh-source.ts';

interface Group {
  readonly name: string;
  readonly place: Place;
  readonly runsApi: boolean;
}

const job = 'cloud_controller_ng';
const longestList = 10;

/** The instance group that runs the API; what keeps it from being known is said in the report. */
export function apiGroupOf(source: BoshSource, planned: string, report: ImportReport): string | undefined {
  const groups = groupsOf(source);
  const candidates = groups.filter((group) => group.runsApi);
  // An ops file need not name the job: one that only scales names the group alone.
  const named = source.manifest === null ? groups : candidates;
  const found =
    candidates.find((group) => group.name === planned) ??
    (candidates.length === 1 ? candidates[0] : undefined) ??
    (candidates.length === 0
      ? named.find((group) => group.name === planned || group.name === 'api')
      : undefined);
  if (found) {
    report.used.add(found.place.node);
    if (found.name !== planned) report.set(found.place, 'instanceGroup', found.name);
    return found.name;
  }
  const top = source.manifest ?? source.operations[0]?.pathNode;
  if (!top) return undefined;
  const listed = (of: readonly Group[]) =>
    of
      .slice(0, longestList)
      .map((group) => shortened(group.name))
      .join(', ') + (of.length > longestList ? ` and ${of.length - longestList} more` : '');
  const message =
    candidates.length > 1
      ? `Several instance groups run the API: ${listed(candidates)}. Enter one of them as Instance group.`
      : groups.length > 0
        ? `No API instance group found. Groups in this file: ${listed(groups)}.`
        : 'No API instance group found. This file names no instance group.';
  const at = groups[0]?.place ?? { node: top, path: '/instance_groups', name: 'instance_groups' };
  report.need({ ...at, path: '/instance_groups' }, 'instanceGroup', message);
  return undefined;
}

function groupsOf({ manifest, operations }: BoshSource): readonly Group[] {
  const groups = new Map<string, Group>();
  const list = entryOf(manifest, 'instance_groups');
  for (const item of list?.kind === 'list' ? list.items : []) {
    const nameNode = entryOf(item, 'name');
    if (nameNode?.kind !== 'scalar') continue;
    const jobs = entryOf(item, 'jobs');
    const runsApi = jobs?.kind === 'list' && jobs.items.some((entry) => textOf(entry, 'name') === job);
    const place = placeOf(nameNode, ['instance_groups', `name=${nameNode.text}`]);
    groups.set(nameNode.text, { name: nameNode.text, place, runsApi });
  }
  for (const { pathNode, steps, value } of operations) {
    const name = /^name=(.+)$/s.exec(steps[1] ?? '')?.[1];
    if (steps[0] !== 'instance_groups' || name === undefined) continue;
    const jobs = steps.length === 2 && value ? entryOf(value, 'jobs') : undefined;
    const runsApi =
      (steps[2] === 'jobs' && steps[3] === `name=${job}`) ||
      (jobs?.kind === 'list' && jobs.items.some((entry) => textOf(entry, 'name') === job));
    const known = groups.get(name);
    const place = placeOf(pathNode, steps.slice(0, 2));
    groups.set(name, { name, place: known?.place ?? place, runsApi: runsApi || (known?.runsApi ?? false) });
  }
  return [...groups.values()];
}

/** The path to a property of the job that runs the API. */
export function propertySteps(group: string, property: string): readonly string[] {
  return [...jobSteps(group), 'properties', ...property.split('.')];
}

export function jobSteps(group: string): readonly string[] {
  return [...groupSteps(group), 'jobs', `name=${job}`];
}

export function groupSteps(group: string): readonly string[] {
  return ['instance_groups', `name=${group}`];
}
