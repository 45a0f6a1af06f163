import type { ImportReport, Place } from '../../../documents/import-report.ts';
import { variableIn } from '../../../documents/scalar-reading.ts';
import { restartLimitsOf } from '../restart-limits.ts';
import type { JobProperty } from '../targets/property-spans.ts';
import { type BoshSource, lookUp } from './bosh-source.ts';
import type { FoundNumber, PropertyReader, Reading } from './property-reader.ts';
import { placeInGroup } from './property-reader.ts';

/** What both a fleet of today and an option stand in: zones and the pace of a deploy. */
export function readSurroundings(source: BoshSource, group: string, report: ImportReport): void {
  const zones = placeInGroup(source, group, 'azs');
  if (zones) readZones(zones, report);
  const own = placeInGroup(source, group, 'update', 'max_in_flight');
  const all = lookUp(source, ['update', 'max_in_flight']);
  const pace = own ?? (all.kind === 'value' ? all.place : undefined);
  if (!pace) return;
  const { node } = pace;
  if (node.kind === 'scalar' && /^\d{1,3}%$/.test(node.text)) {
    const line = report.lineOf(node.offset).line;
    const message = `Line ${line}: max_in_flight is ${node.text} of the VMs. Enter how many that is.`;
    report.need(pace, 'maxInFlight', message);
    return;
  }
  const value = report.numberAt(pace, 'maxInFlight');
  if (value !== undefined) report.set(pace, 'maxInFlight', value);
}

function readZones(zones: Place, report: ImportReport): void {
  const { node } = zones;
  if (node.kind !== 'list') {
    const name = node.kind === 'scalar' ? variableIn(node.text) : undefined;
    if (name === undefined) report.fail(node.offset, 'azs needs a list of zones.');
    else {
      const line = report.lineOf(node.offset).line;
      report.need(zones, 'zones', `Line ${line}: azs is a variable. Enter the number of zones.`);
    }
    return;
  }
  report.used.add(node);
  const names: string[] = [];
  for (const item of node.items) {
    if (item.kind !== 'scalar') {
      report.fail(item.offset, 'a zone needs to be a name.');
      return;
    }
    names.push(item.text);
  }
  if (names.some((name) => variableIn(name) !== undefined)) {
    const line = report.lineOf(node.offset).line;
    report.need(zones, 'zones', `Line ${line}: azs holds variables. Enter the number of zones.`);
    return;
  }
  report.set(zones, 'zones', new Set(names).size, 'Zones in the list.');
}

/** Number and type of the VMs of an option. */
export function readVms(source: BoshSource, group: string, report: ImportReport): void {
  setNumber(placeInGroup(source, group, 'instances'), 'vms', report);
  setNumber(placeInGroup(source, group, 'vm_resources', 'cpu'), 'vcpusPerVm', report);
  const type = placeInGroup(source, group, 'vm_type');
  const name = type && report.nameAt(type, 'vmType');
  if (!type || name === undefined) return;
  report.set(type, 'vmType', name);
  const cores = /^api-(\d{1,2})cpu-\d+(?:p\d+)?gb$/.exec(name)?.[1];
  if (cores !== undefined)
    report.set(type, 'vcpusPerVm', Number(cores), 'By its name, as this page gives names.');
}

export function setNumber(place: Place | undefined, field: string, report: ImportReport): void {
  const value = place && report.numberAt(place, field);
  if (place && value !== undefined) report.set(place, field, value);
}

/** Workers, threads and pools of a fleet on Puma. */
export function readPuma(reader: PropertyReader, memoryPerThinVmGib: number, report: ImportReport): void {
  const automatic = reader.switchOf('cc.puma.automatic_worker_count');
  const workers = reader.numberOf('cc.puma.workers', 'workersPerVm');
  if (automatic !== undefined && automatic !== 'asked' && automatic.value) {
    report.set(
      automatic.place,
      'workersPerVm',
      'auto',
      'One worker for each core, as automatic_worker_count does.',
    );
    report.set(automatic.place, 'spareCore', false);
  } else apply(workers, 'workersPerVm', report);
  const meant = (['cc.puma.threads', 'cc.puma_max_threads'] as const).map((p) => reader.placeOf(p));
  const threads =
    reader.placeOf('cc.puma.max_threads') === undefined
      ? numberAt(
          meant.find((place) => place !== undefined),
          'threadsPerWorker',
          report,
        )
      : undefined;
  apply(threads ?? reader.numberOf('cc.puma.max_threads', 'threadsPerWorker'), 'threadsPerWorker', report);
  apply(pumaPool(reader), 'connectionsPerProcess', report);
  readLocalWorkers(reader, report);
  if (workers !== undefined && workers !== 'asked')
    readRestartLimits(reader, workers.value, memoryPerThinVmGib, report);
}

function numberAt(place: Place | undefined, field: string, report: ImportReport): Reading<FoundNumber> {
  const value = place && report.numberAt(place, field);
  return place && (value === undefined ? 'asked' : { value, place });
}

/** Without a pool of its own, which came with 1.170 and has a default since 1.196, Puma takes the job's. */
function pumaPool(reader: PropertyReader): Reading<FoundNumber> {
  const own = reader.numberOf('cc.puma.max_db_connections_per_process', 'connectionsPerProcess');
  const isShared = (reader.release.last ?? Number.POSITIVE_INFINITY) < 196;
  return own ?? (isShared ? reader.numberOf('ccdb.max_connections', 'connectionsPerProcess') : undefined);
}

/** Threads and pool of a fleet on Thin. */
export function readThin(reader: PropertyReader, report: ImportReport): void {
  apply(
    reader.numberOf('cc.experimental.thin_server.thread_pool_size', 'threadsPerWorker'),
    'threadsPerWorker',
    report,
  );
  apply(reader.numberOf('ccdb.max_connections', 'connectionsPerProcess'), 'connectionsPerProcess', report);
  readLocalWorkers(reader, report);
}

function readLocalWorkers(reader: PropertyReader, report: ImportReport): void {
  apply(reader.numberOf('cc.jobs.local.number_of_workers', 'localWorkersPerVm'), 'localWorkersPerVm', report);
  const limit = reader.numberOf('ccdb.max_connections_per_local_worker', 'connectionsPerLocalWorker');
  if (limit === undefined || limit === 'asked') return;
  apply(limit, 'connectionsPerLocalWorker', report);
  report.set(limit.place, 'limitsLocalWorkers', true);
}

export function apply(found: Reading<FoundNumber>, field: string, report: ImportReport): void {
  if (found !== undefined && found !== 'asked') report.set(found.place, field, found.value, found.note);
}

/** The plan raises monit's limits by a rule of its own; others are left out, and that is said. */
function readRestartLimits(
  reader: PropertyReader,
  workersPerVm: number,
  memoryPerThinVmGib: number,
  report: ImportReport,
): void {
  const rule = restartLimitsOf({
    fleet: { workersPerVm },
    memoryPerVmGib: memoryPerThinVmGib * workersPerVm,
  });
  const wanted: readonly (readonly [JobProperty, number])[] = [
    ['cc.thresholds.api.alert_if_above_mb', rule.alertMb],
    ['cc.thresholds.api.restart_if_consistently_above_mb', rule.restartSteadilyAboveMb],
    ['cc.thresholds.api.restart_if_above_mb', rule.restartAboveMb],
  ];
  const places = wanted.flatMap(([property, value]) => {
    const place = reader.placeOf(property);
    const written = place && report.numberAt(place, null);
    return place ? [{ place, isByRule: written === value, value }] : [];
  });
  const [first] = places;
  if (!first) return;
  if (places.length === wanted.length && places.every((entry) => entry.isByRule)) {
    report.set(first.place, 'raisesRestartLimit', true);
    return;
  }
  report.warn(
    first.place.node.offset,
    `the memory limits of the API are not those the plan would write (${wanted.map(([, value]) => value).join(', ')} MB); they are not used.`,
  );
}
