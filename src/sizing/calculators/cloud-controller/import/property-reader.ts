import type { ImportReport, Place } from '../../../documents/import-report.ts';
import type { JobProperty } from '../targets/property-spans.ts';
import { defaultOf, isKnown, releasesWith } from '../targets/property-spans.ts';
import { groupSteps, jobSteps, propertySteps } from './api-group.ts';
import { type BoshSource, lookUp } from './bosh-source.ts';
import type { FileRelease } from './release-in-file.ts';

/** Reads properties of the API's job by name and release. */
export interface PropertyReader {
  readonly release: FileRelease;
  readonly isManifest: boolean;
  /** The job itself, where the file has it as a whole. */
  readonly job: Place | undefined;
  readonly placeOf: (property: JobProperty) => Place | undefined;
  /** The number a property has, by the file or, in a manifest, by the job spec's default. */
  readonly numberOf: (property: JobProperty, field: string) => Reading<FoundNumber>;
  readonly switchOf: (property: JobProperty) => Reading<FoundSwitch>;
}

/** `asked`: the file has the property, but its value is left to the user. */
export type Reading<T> = T | 'asked' | undefined;

export interface FoundSwitch {
  readonly value: boolean;
  readonly place: Place;
}

export interface FoundNumber {
  readonly value: number;
  readonly place: Place;
  readonly note?: string;
}

export function createPropertyReader(
  source: BoshSource,
  group: string,
  release: FileRelease,
  report: ImportReport,
): PropertyReader {
  const isManifest = source.manifest !== null;
  const said = new Set<number>();
  const jobHit = lookUp(source, jobSteps(group));
  const job = jobHit.kind === 'value' ? jobHit.place : undefined;

  /** A variable that holds many properties is asked for once. */
  function askFor(place: Place): void {
    if (said.has(place.node.offset)) return;
    said.add(place.node.offset);
    const line = report.lineOf(place.node.offset).line;
    const message = `Line ${line}: ${place.name} is a variable. What it holds is not read; enter its values.`;
    report.need(place, null, message);
  }

  function find(property: JobProperty): Place | 'asked' | undefined {
    const hit = lookUp(source, propertySteps(group, property));
    if (hit.kind === 'hidden') {
      askFor(hit.place);
      return 'asked';
    }
    if (hit.kind === 'absent') return undefined;
    const { node } = hit.place;
    if (!isKnown(property, release) && !said.has(node.offset)) {
      said.add(node.offset);
      report.warn(node.offset, idle(property, release));
    }
    return hit.place;
  }

  function impliedOf(property: JobProperty): FoundNumber | undefined {
    const value = defaultOf(property, release);
    if (!isManifest || typeof value !== 'number' || !job) return undefined;
    return {
      value,
      place: { ...job, name: property },
      note: `Not in the file; the default of ${release.label}.`,
    };
  }

  return {
    release,
    isManifest,
    job,
    placeOf(property) {
      const place = find(property);
      return place === 'asked' ? undefined : place;
    },
    numberOf(property, field) {
      const place = find(property);
      if (place === undefined) return impliedOf(property);
      const value = place === 'asked' ? undefined : report.numberAt(place, field);
      return value === undefined || place === 'asked' ? 'asked' : { value, place };
    },
    switchOf(property) {
      const place = find(property);
      if (place === undefined) return undefined;
      const value = place === 'asked' ? undefined : report.switchAt(place, 'engine');
      return value === undefined || place === 'asked' ? 'asked' : { value, place };
    },
  };
}

const meant: Partial<Record<JobProperty, string>> = {
  'cc.experimental.puma': 'the switch to Puma',
  'cc.puma.threads': 'cc.puma.max_threads',
  'cc.puma_max_threads': 'cc.puma.max_threads',
};

/** Says of a property that the release ignores it. */
function idle(property: JobProperty, release: FileRelease): string {
  const releases = releasesWith(property);
  return releases === undefined
    ? `no job spec declares ${property}, so BOSH ignores it; it is read as ${meant[property] ?? property}.`
    : `${property} exists ${releases}; ${release.label} ignores it.`;
}

/** The part of the file at a path below the API's instance group. */
export function placeInGroup(
  source: BoshSource,
  group: string,
  ...steps: readonly string[]
): Place | undefined {
  const hit = lookUp(source, [...groupSteps(group), ...steps]);
  return hit.kind === 'value' ? hit.place : undefined;
}
