import type { ImportReport, Place } from '../../../documents/import-report.ts';
import type { FoundSwitch, PropertyReader, Reading } from './property-reader.ts';

export interface FoundEngine {
  readonly engine: 'thin' | 'puma';
  readonly place: Place;
  readonly note?: string;
}

/**
 * Which server the file asks for. `use_puma_webserver` goes before the switch that keeps Thin, and both before the
 * guide's name, which no release knows. A release that the file names decides what its switches do.
 */
export function engineOf(reader: PropertyReader, report: ImportReport): FoundEngine | undefined {
  const { isManifest, release } = reader;
  const puma = reader.switchOf('cc.experimental.use_puma_webserver');
  const thin = reader.switchOf('cc.temporary_enable_deprecated_thin_webserver');
  const guide = reader.switchOf('cc.experimental.puma');
  const workers = reader.placeOf('cc.puma.workers');
  const pool = reader.placeOf('cc.experimental.thin_server.thread_pool_size');
  const hasSwitches = !release.isCertain || release.first < 223;
  const hasThinSwitch = !release.isCertain || (release.first >= 196 && hasSwitches);
  if (hasSwitches && [puma, thin, guide].includes('asked')) return undefined;
  if (isFound(puma) && hasSwitches) return { engine: puma.value ? 'puma' : 'thin', place: puma.place };
  if (isFound(thin) && hasThinSwitch) return { engine: thin.value ? 'thin' : 'puma', place: thin.place };
  if (isFound(guide) && hasSwitches) return { engine: guide.value ? 'puma' : 'thin', place: guide.place };
  const asked = workers ?? reader.placeOf('cc.puma.max_threads');
  if (isManifest) return engineByDefault(reader, asked, report);
  if (asked) {
    if ((release.last ?? Infinity) < 196) report.warn(asked.node.offset, unswitched);
    return { engine: 'puma', place: asked, note: 'It sets up Puma.' };
  }
  return pool ? { engine: 'thin', place: pool, note: 'It sets up Thin.' } : undefined;
}

function isFound(reading: Reading<FoundSwitch>): reading is FoundSwitch {
  return reading !== undefined && reading !== 'asked';
}

const unswitched =
  'Puma is set up here but not switched on; before capi-release 1.196 that takes cc.experimental.use_puma_webserver.';

function engineByDefault(
  { job, release }: PropertyReader,
  asked: Place | undefined,
  report: ImportReport,
): FoundEngine | undefined {
  const isPuma = release.first >= 196;
  if (!isPuma && asked) report.warn(asked.node.offset, unswitched);
  const note = `No switch in the file; the default of ${release.label}.`;
  return job && { engine: isPuma ? 'puma' : 'thin', place: { ...job, name: 'the server' }, note };
}
