import { counted, numberText } from '../../../../core/number-text.ts';
import type { SystemFigure, SystemHost } from '../../../../core/study-figures.ts';
import type { SizedFleet } from '../../size.ts';
import type { FailureId, Loss } from './failures.ts';
import { carriedAfter, failuresOf, loadUnder, lossOf } from './failures.ts';

/** The fleet to scale, router to database, with what has failed struck out. */
export function fleetPicture(option: SizedFleet): SystemFigure {
  const { inputs, letter, sizing } = option;
  const id: FailureId = inputs.whatIfShown;
  const loss = lossOf(option, id);
  const carried = carriedAfter(option, loss);
  const load = loadUnder(option, id);
  const total = sizing.connections[inputs.reckon].total;
  const free = inputs.connectionsFree;
  const failure = failuresOf(inputs).find((f) => f.id === id);
  return {
    kind: 'system',
    id: 'fleet',
    title: 'What does the fleet look like then?',
    subtitle: `Option ${letter}, ${failure?.label.toLowerCase().replaceAll('vm', 'VM').replace('az', 'AZ') ?? 'all up'}: ${numberText(carried)} of ${counted(load, 'request')} ${load === 1 ? 'has' : 'have'} a thread.`,
    letter,
    stages: [
      {
        id: 'router',
        title: 'gorouter',
        detail: counted(load, 'request'),
        groups: [
          {
            title: '',
            isLost: false,
            hosts: [
              {
                id: 'gorouter',
                title: 'gorouter',
                isLost: false,
                parts: [{ label: 'router', shape: 'process', count: 1, slots: 0, lost: 0 }],
              },
            ],
          },
        ],
      },
      {
        id: 'api',
        title: 'API VMs',
        detail: `${counted(inputs.vms, 'VM')} in ${counted(inputs.zones, 'AZ')}`,
        groups: zonesOf(option, loss),
      },
      {
        id: 'database',
        title: 'Database',
        detail: free === null ? 'not checked' : `${counted(free, 'connection')} free`,
        groups: [
          {
            title: '',
            isLost: false,
            hosts: [
              {
                id: 'database',
                title: 'Cloud Controller database',
                isLost: false,
                parts: [{ label: 'database', shape: 'store', count: 1, slots: total, lost: 0 }],
              },
            ],
          },
        ],
      },
    ],
    links: [
      {
        label: `${numberText(carried)} carried`,
        tone: carried >= load ? 'good' : 'bad',
      },
      {
        label: `up to ${counted(total, 'connection')}`,
        tone: free === null ? 'plain' : total <= free ? 'good' : 'bad',
      },
    ],
  };
}

type Group = SystemFigure['stages'][number]['groups'][number];

/** VMs spread evenly over zones, the first ones largest; the first zone is the one that is lost. */
function zonesOf(option: SizedFleet, loss: Loss): readonly Group[] {
  const { vms, zones } = option.sizing.fleet;
  const groups: Group[] = [];
  let number = 0;
  // Single VMs fall from the second zone on when a zone is lost, from the first on when none is.
  let toLose = loss.vms;
  let toStall = loss.workers;
  for (let zone = 0; zone < zones; zone += 1) {
    const isZoneLost = zone === 0 && loss.zoneVms > 0;
    const count = Math.floor(vms / zones) + (zone < vms % zones ? 1 : 0);
    const hosts: SystemHost[] = [];
    for (let i = 0; i < count; i += 1) {
      const isLost = !isZoneLost && toLose > 0;
      if (isLost) toLose -= 1;
      const stalled = isLost || isZoneLost ? 0 : Math.min(toStall, option.sizing.fleet.workersPerVm);
      toStall -= stalled;
      hosts.push(hostOf(option, number, isLost || isZoneLost, stalled));
      number += 1;
    }
    groups.push({ title: `z${zone + 1}`, isLost: isZoneLost, hosts });
  }
  return groups;
}

function hostOf(
  { inputs, sizing }: SizedFleet,
  number: number,
  isLost: boolean,
  stalled: number,
): SystemHost {
  const { threadsPerWorker, workersPerVm } = sizing.fleet;
  const isThin = inputs.engine === 'thin';
  const local = inputs.localWorkersPerVm;
  return {
    id: `${inputs.instanceGroup}/${number}`,
    title: `${inputs.instanceGroup}/${number}`,
    isLost,
    parts: [
      {
        label: isThin ? 'Thin process' : 'API worker',
        shape: 'process',
        count: workersPerVm,
        slots: threadsPerWorker,
        lost: stalled,
      },
      ...(local > 0
        ? [{ label: 'local worker', shape: 'helper' as const, count: local, slots: 0, lost: 0 }]
        : []),
    ],
  };
}
