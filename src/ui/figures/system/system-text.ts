import type { ChartTable } from '../../../sizing/core/figure.ts';
import { numberText } from '../../../sizing/core/number-text.ts';
import type { SystemFigure, SystemStage } from '../../../sizing/core/study-figures.ts';
import type { HostBundle } from './system-scale.ts';

type Group = SystemStage['groups'][number];

/** "api/3: 4 × API worker with 13 slots each, 8 × local worker. Lost." */
export function hostSentence({ host, times }: HostBundle): string {
  const parts = host.parts.map(({ label, count, slots, lost }) => {
    const each = slots > 0 ? ` with ${numberText(slots)} slots${count > 1 ? ' each' : ''}` : '';
    const out = lost > 0 && !host.isLost ? `, ${numberText(lost)} of them out` : '';
    return `${numberText(count)} × ${label}${each}${out}`;
  });
  const name = times > 1 ? `${numberText(times)} hosts, each` : host.title;
  return `${name}: ${parts.join('; ') || 'nothing to count'}.${host.isLost ? ' Lost.' : ''}`;
}

/** "AZ 1, 3 hosts, lost". */
export function groupName(stage: SystemStage, group: Group): string {
  const count = group.hosts.length;
  const hosts = `${numberText(count)} ${count === 1 ? 'host' : 'hosts'}`;
  return `${group.title || stage.title}, ${hosts}${group.isLost ? ', lost' : ''}`;
}

/** Every part of every host with its numbers; a host without parts has a row of its own. */
export function systemTable(figure: SystemFigure): ChartTable {
  const rows = figure.stages.flatMap((stage) =>
    stage.groups.flatMap((group) =>
      group.hosts.flatMap((host) => {
        const isLost = group.isLost || host.isLost;
        const place = [stage.title, group.title, host.title];
        if (host.parts.length === 0) return [[...place, '', '', '', '', isLost ? 'host lost' : '']];
        return host.parts.map((part) => [
          ...place,
          part.label,
          part.count,
          part.slots > 0 ? part.slots : '',
          isLost ? part.count : part.lost,
          isLost ? 'host lost' : '',
        ]);
      }),
    ),
  );
  const links = figure.links.map(({ label }, i) => [
    `${figure.stages[i]?.title ?? ''} → ${figure.stages[i + 1]?.title ?? ''}`,
    '',
    '',
    label,
    '',
    '',
    '',
    '',
  ]);
  return {
    columns: ['Stage', 'Group', 'Host', 'What', 'Count', 'Slots each', 'Out', 'State'],
    rows: [...rows, ...links],
  };
}
