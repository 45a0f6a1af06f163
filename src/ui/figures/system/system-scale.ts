import type { SystemCell, SystemFigure } from '../../../sizing/core/study-figures.ts';
import { textWidth } from '../study/fitted-text.ts';
import { type HostShape, hostShape } from './host-shape.ts';

/** How finely a figure is drawn: the same in all its columns, so that sizes can be compared. */
export interface SystemScale {
  /** Between dots; null where slots are not drawn. */
  readonly pitchPx: number | null;
  /** Side of a process that is only counted. */
  readonly helperPx: number;
  /** Between a host's processes. */
  readonly gapPx: number;
  /** Whether every host is drawn, or alike ones of a place as one that says how many. */
  readonly hasEachHost: boolean;
}

/** From the finest on: how high all the hosts may stand in one column, in px, for a scale to be taken. */
const steps = [
  { pitchPx: 6, helperPx: 8, gapPx: 4, mostPx: 480 },
  { pitchPx: 5, helperPx: 7, gapPx: 3, mostPx: 560 },
  { pitchPx: 4, helperPx: 6, gapPx: 3, mostPx: 720 },
  { pitchPx: 3, helperPx: 5, gapPx: 2, mostPx: 840 },
  { pitchPx: null, helperPx: 5, gapPx: 2, mostPx: 1000 },
] as const;

const scales: readonly (SystemScale & { readonly mostPx: number })[] = [true, false].flatMap((hasEachHost) =>
  steps.map((step) => ({ ...step, hasEachHost })),
);

const coarsest: SystemScale = { pitchPx: null, helperPx: 5, gapPx: 2, hasEachHost: false };

/** More than these cannot be counted, and cost time at every key press. */
const mostDots = 12_000;
const mostProcesses = 3000;

/** Between hosts. */
const hostGap = 4;

/** The finest scale at which the picture can be counted and does not become endless. */
export function systemScale(figure: SystemFigure, room: number): SystemScale {
  const chosen = scales.find((scale) => {
    const { dots, processes } = sumOf(figure, scale.hasEachHost);
    return (
      processes <= mostProcesses &&
      (scale.pitchPx === null || dots <= mostDots) &&
      heightOf(figure, scale, room) <= scale.mostPx
    );
  });
  return chosen ?? coarsest;
}

function sumOf({ systems }: SystemFigure, hasEachHost: boolean) {
  const sum = { dots: 0, processes: 0 };
  for (const hosts of systems.flatMap(({ cells }) => cells.flatMap((cell) => cell.hosts))) {
    const times = hasEachHost ? hosts.count : 1;
    for (const part of hosts.parts) {
      if (part.shape === 'demand') sum.dots += part.count;
      if (part.shape === 'process') sum.dots += times * part.count * part.slots;
      if (part.shape === 'process' || part.shape === 'helper') sum.processes += times * part.count;
    }
  }
  return sum;
}

/** Height of all the places where hosts stand, in px. */
function heightOf({ places, systems }: SystemFigure, scale: SystemScale, room: number): number {
  return places.reduce((sum, place, i) => {
    if (place.kind === 'flow') return sum;
    const heights = systems.map(({ cells }) => {
      const cell = cells[i];
      return cell ? packedHosts(cell, scale, room).height : 0;
    });
    return sum + Math.max(0, ...heights);
  }, 0);
}

/** Hosts that are drawn alike, and where each stands in its cell. */
export interface PackedHosts {
  readonly shape: HostShape;
  readonly hosts: SystemCell['hosts'][number];
  readonly spots: readonly { readonly x: number; readonly y: number }[];
  /** "×24" where one box stands for several. */
  readonly text: string;
}

/** Hosts side by side in rows, no wider than `room` px. */
export function packedHosts(
  { hosts }: SystemCell,
  scale: SystemScale,
  room: number,
): { readonly runs: readonly PackedHosts[]; readonly height: number } {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  const runs = hosts.map((run): PackedHosts => {
    const text = scale.hasEachHost || run.count === 1 ? '' : `×${run.count}`;
    const textPx = text === '' ? 0 : textWidth(text, 12) + 5;
    const shape = hostShape(run, scale, room - textPx);
    const spots = Array.from({ length: text === '' ? run.count : 1 }, () => {
      if (x > 0 && x + shape.width + textPx > room) {
        x = 0;
        y += rowHeight + hostGap;
        rowHeight = 0;
      }
      const spot = { x, y };
      x += shape.width + textPx + hostGap;
      rowHeight = Math.max(rowHeight, shape.height);
      return spot;
    });
    return { shape, hosts: run, spots, text };
  });
  return { runs, height: y + rowHeight };
}
