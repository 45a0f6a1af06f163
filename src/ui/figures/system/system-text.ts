import type { ChartTable } from '../../../sizing/core/figure.ts';
import { counted, numberText } from '../../../sizing/core/number-text.ts';
import type {
  SystemCell,
  SystemFigure,
  SystemHosts,
  SystemPart,
} from '../../../sizing/core/study-figures.ts';

const n = numberText;

/** "2 × API VM out of service; 1 × API VM, each with 4 × API worker of 13 threads and 8 × local worker." */
export function cellSentence({ hosts }: SystemCell): string {
  return `${hosts.map(hostsText).join('; ')}.`;
}

function hostsText({ title, count, isLost, parts }: SystemHosts): string {
  const named = count === 1 ? title : `${n(count)} × ${title}`;
  if (isLost) return `${named}, out of service`;
  return `${named}: ${count === 1 ? '' : 'each '}${parts.map(partText).join(', ')}`;
}

function partText(part: SystemPart): string {
  switch (part.shape) {
    case 'process': {
      const slots = part.slots > 0 ? ` of ${counted(part.slots, part.slotLabel)}` : '';
      const out = part.lost > 0 ? `, ${n(part.lost)} of them out of service` : '';
      return `${n(part.count)} × ${part.label}${slots}${out}`;
    }
    case 'helper':
      return `${n(part.count)} × ${part.label}`;
    case 'demand':
      return `${counted(part.count, part.label)}${part.short > 0 ? `, ${n(part.short)} of them without a place` : ''}`;
    case 'store': {
      const limit = part.limit === null ? '' : ` of ${n(part.limit)}`;
      return `up to ${counted(part.used, part.label)}${limit}`;
    }
  }
}

/** Every part of every kind of host with its numbers, and what flows, an option after the other. */
export function systemTable({ places, systems }: SystemFigure): ChartTable {
  const rows = systems.flatMap(({ letter, name, cells }) =>
    places.flatMap((place, i) => {
      const cell = cells[i];
      const at = [`${letter} ${name}`, place.title];
      if (!cell) return [];
      if (place.kind === 'flow')
        return [[...at, '', '', '', '', '', '', `${cell.value} ${cell.note}`.trim()]];
      return cell.hosts.flatMap((hosts) =>
        hosts.parts.map((part) => [
          ...at,
          hosts.title,
          hosts.count,
          part.label,
          ...partNumbers(part),
          hosts.isLost ? 'out of service' : '',
        ]),
      );
    }),
  );
  return {
    columns: ['Option', 'Place', 'Host', 'Hosts', 'What', 'On each', 'Slots each', 'Out on each', 'State'],
    rows,
  };
}

/** How many there are on a host, with how many slots, and how many of them are out. */
function partNumbers(part: SystemPart): readonly (string | number)[] {
  switch (part.shape) {
    case 'process':
      return [part.count, part.slots > 0 ? part.slots : '', part.lost];
    case 'helper':
      return [part.count, '', ''];
    case 'demand':
      return [part.count, '', part.short];
    case 'store':
      return [part.used, part.limit ?? '', ''];
  }
}
