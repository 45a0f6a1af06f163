import { marginOf } from '../../../../core/figure.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type {
  System,
  SystemCell,
  SystemFigure,
  SystemHosts,
  SystemPart,
  SystemPlace,
} from '../../../../core/study-figures.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import { carriedAfter, failuresOf, type Loss, loadUnder, lossOf } from './failures.ts';

const n = numberText;

/** Every option's fleet to one scale, router to database, with what has failed struck out in each. */
export function fleetPicture({ options, selected }: FleetComparison): SystemFigure {
  const { inputs } = selected;
  const failure = failuresOf(inputs).find(({ id }) => id === inputs.whatIfShown);
  const load = loadUnder(selected, inputs.whatIfShown);
  const left = options.map((option) => `${option.letter}\u00a0${n(carriedOf(option))}`).join(', ');
  return {
    kind: 'system',
    id: 'fleet',
    title: 'What do the fleets look like then?',
    subtitle: `${failure?.label ?? 'All up'}, ${counted(load, 'request')}. Threads left: ${left}.`,
    places: placesOf(selected, load),
    systems: options.map((option) => systemOf(option, option.letter === selected.letter)),
  };
}

function carriedOf(option: SizedFleet): number {
  return carriedAfter(option, lossOf(option, option.inputs.whatIfShown));
}

/** The load, the zones and the database are common to all options. */
function placesOf(selected: SizedFleet, load: number): readonly SystemPlace[] {
  const { connectionsFree, whatIfShown, zones } = selected.inputs;
  const isZoneLost = lossOf(selected, whatIfShown).zoneVms > 0;
  const free = connectionsFree === null ? '' : `, ${n(connectionsFree)} free`;
  return [
    { id: 'router', kind: 'hosts', title: `gorouter, ${counted(load, 'request')}`, isLost: false },
    { id: 'threads', kind: 'flow', title: 'Threads left for them', isLost: false },
    ...Array.from(
      { length: zones },
      (_, zone): SystemPlace => ({
        id: `z${zone + 1}`,
        kind: 'hosts',
        title: `API VMs in z${zone + 1}`,
        isLost: isZoneLost && zone === 0,
      }),
    ),
    { id: 'connections', kind: 'flow', title: `Database connections at most${free}`, isLost: false },
    { id: 'database', kind: 'hosts', title: 'Database', isLost: false },
  ];
}

function systemOf(option: SizedFleet, isSelected: boolean): System {
  const { inputs, letter, name, sizing } = option;
  const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
  const load = loadUnder(option, inputs.whatIfShown);
  const carried = carriedOf(option);
  const used = sizing.connections[inputs.reckon].total;
  const limit = inputs.connectionsFree;
  return {
    letter,
    name,
    detail: `${n(vms)} × ${n(workersPerVm)} × ${counted(threadsPerWorker, 'thread')}`,
    isSelected,
    cells: [
      placed('gorouter', {
        shape: 'demand',
        label: 'request',
        count: load,
        short: Math.max(0, load - carried),
      }),
      judged(carried, load, 'load'),
      ...zonesOf(option),
      limit === null ? { ...plain, value: n(used) } : judged(used, limit, 'limit'),
      placed('database', { shape: 'store', label: 'connection', used, limit }),
    ],
  };
}

const plain: SystemCell = { value: '', note: '', tone: 'plain', hosts: [] };

function placed(title: string, part: SystemPart): SystemCell {
  return { ...plain, hosts: [{ title, count: 1, isLost: false, parts: [part] }] };
}

/** "364 36 short". */
function judged(value: number, line: number, mode: 'load' | 'limit'): SystemCell {
  const { amount, tone, word } = marginOf(mode, value, line);
  return { value: n(value), note: word === 'exact' ? word : `${n(amount)} ${word}`, tone, hosts: [] };
}

/** VMs spread evenly over zones, the first ones largest; the first zone is the one that is lost. */
function zonesOf(option: SizedFleet): readonly SystemCell[] {
  const { vms, workersPerVm, zones } = option.sizing.fleet;
  const loss = lossOf(option, option.inputs.whatIfShown);
  // Single VMs fall from the second zone on when a zone is lost, from the first on when none is.
  let toLose = loss.vms;
  let toStall = loss.workers;
  return Array.from({ length: zones }, (_, zone): SystemCell => {
    const count = Math.floor(vms / zones) + (zone < vms % zones ? 1 : 0);
    if (zone === 0 && loss.zoneVms > 0) return vmsInZone(option, count, { vms: count, workers: 0 });
    const out = { vms: Math.min(toLose, count), workers: 0 };
    out.workers = Math.min(toStall, (count - out.vms) * workersPerVm);
    toLose -= out.vms;
    toStall -= out.workers;
    return vmsInZone(option, count, out);
  });
}

/** Lost VMs first, then those whose workers stall, filled one after the other, then those that are well. */
function vmsInZone(option: SizedFleet, count: number, out: Pick<Loss, 'vms' | 'workers'>): SystemCell {
  const { workersPerVm } = option.sizing.fleet;
  const stalled = Math.floor(out.workers / workersPerVm);
  const rest = out.workers % workersPerVm;
  const partly = rest > 0 ? 1 : 0;
  const runs: readonly SystemHosts[] = [
    vmOf(option, out.vms, true, 0),
    vmOf(option, stalled, false, workersPerVm),
    vmOf(option, partly, false, rest),
    vmOf(option, count - out.vms - stalled - partly, false, 0),
  ];
  return { ...plain, hosts: runs.filter((run) => run.count > 0) };
}

function vmOf({ inputs, sizing }: SizedFleet, count: number, isLost: boolean, lost: number): SystemHosts {
  const { threadsPerWorker, workersPerVm } = sizing.fleet;
  const helpers = inputs.localWorkersPerVm;
  return {
    title: 'API VM',
    count,
    isLost,
    parts: [
      {
        shape: 'process',
        label: inputs.engine === 'thin' ? 'Thin process' : 'API worker',
        count: workersPerVm,
        slots: threadsPerWorker,
        slotLabel: 'thread',
        lost,
      },
      ...(helpers > 0 ? [{ shape: 'helper' as const, label: 'local worker', count: helpers }] : []),
    ],
  };
}
