import type { SystemFigure, SystemHost } from '../../../sizing/core/study-figures.ts';

export type SystemPart = SystemHost['parts'][number];

/** How finely a system is drawn; the same everywhere in one figure, so that sizes can be compared. */
export interface SystemScale {
  /** Whether every process is a box of its own, or each kind of a host one box that says how many. */
  readonly hasEachProcess: boolean;
  /** Whether every host is a box of its own, or alike ones of a group are one. */
  readonly hasEachHost: boolean;
  /** Between dots, in px. */
  readonly pitch: number;
}

const mostProcesses = 320;
const mostHosts = 60;
const mostWideDots = 1000;

/** Everything is drawn as long as it can be counted. */
export function systemScale(figure: SystemFigure): SystemScale {
  const hosts = figure.stages.flatMap((stage) => stage.groups.flatMap((group) => group.hosts));
  const parts = hosts.flatMap((host) => host.parts);
  const processes = parts.reduce((sum, part) => sum + part.count, 0);
  const dots = parts.reduce((sum, part) => sum + (part.shape === 'process' ? part.count * part.slots : 0), 0);
  return {
    hasEachProcess: processes <= mostProcesses,
    hasEachHost: hosts.length <= mostHosts,
    pitch: dots <= mostWideDots ? 5 : 4,
  };
}

export interface HostBundle {
  readonly host: SystemHost;
  /** How many alike hosts the box stands for. */
  readonly times: number;
}

/** The hosts of a group, one by one, or alike ones together in the order in which they first appear. */
export function bundledHosts(hosts: readonly SystemHost[], scale: SystemScale): readonly HostBundle[] {
  if (scale.hasEachHost) return hosts.map((host) => ({ host, times: 1 }));
  const bundles = new Map<string, { host: SystemHost; times: number }>();
  for (const host of hosts) {
    const likeness = JSON.stringify([host.isLost, host.parts]);
    const known = bundles.get(likeness);
    if (known) known.times += 1;
    else bundles.set(likeness, { host, times: 1 });
  }
  return [...bundles.values()];
}
