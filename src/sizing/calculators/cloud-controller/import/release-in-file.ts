import type { ImportReport } from '../../../documents/import-report.ts';
import { capiRanges } from '../capi.ts';
import type { ReleaseSpan } from '../targets/capi-targets.ts';
import { exportRelease } from '../targets/export-release.ts';
import { type BoshSource, lookUp } from './bosh-source.ts';

/** Which releases a file can be for. */
export interface FileRelease extends ReleaseSpan {
  /** For sentences: "capi-release 1.212", "capi-release 1.196–1.217". */
  readonly label: string;
  /** The file names it; otherwise it is the plan's, which may be the release to come. */
  readonly isCertain: boolean;
}

type PlannedRelease = Parameters<typeof exportRelease>[0];

/** The release that a manifest names, else the one the plan's files are for. */
export function releaseOf(source: BoshSource, planned: PlannedRelease, report: ImportReport): FileRelease {
  const range = exportRelease(planned);
  const assumed: FileRelease = {
    first: range.first,
    last: range.last,
    label: `capi-release ${range.label}`,
    isCertain: false,
  };
  const hit = lookUp(source, ['releases', 'name=capi', 'version']);
  if (hit.kind !== 'value') return assumed;
  const version = report.nameAt({ ...hit.place, name: 'the version of capi' }, 'capi');
  if (version === undefined) return assumed;
  const minor = Number(/^1\.(\d{1,4})(?:\.|$)/.exec(version)?.[1] ?? Number.NaN);
  const found = ranges.find(([, { first, last }]) => minor >= first && minor <= (last ?? Infinity));
  if (!found) {
    report.warn(
      hit.place.node.offset,
      'the version of capi is none the plan knows (1.138 and later); it is not used.',
    );
    return assumed;
  }
  report.set(hit.place, 'capi', found[0]);
  return { first: minor, last: minor, label: `capi-release 1.${minor}`, isCertain: true };
}

const ranges = Object.entries(capiRanges);
