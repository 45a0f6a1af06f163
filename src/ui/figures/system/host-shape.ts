import type { SystemHosts, SystemPart } from '../../../sizing/core/study-figures.ts';
import type { SystemScale } from './system-scale.ts';

/** A part of a host: boxes of one size in rows. */
export interface PartShape {
  readonly part: SystemPart;
  readonly top: number;
  /** Of one box, in px. */
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly columns: number;
  readonly gap: number;
  /** Dots in a row of a box; none where slots are not drawn. */
  readonly dotColumns: number;
}

/** How one host is drawn, in px. */
export interface HostShape {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PartShape[];
}

export const hostPadding = 4;
/** Between a box's edge and the square of its first dot. */
export const boxInset = 1.5;
const barWidth = 120;
const partGap = 3;
const helperGap = 2;
/** A process without dots. */
const plainBoxPx = 9;
const storeWidth = { least: 24, most: 40 } as const;
const storeHeight = 46;
/** What is in it, written beside it. */
const storeTextPx = 40;

type Size = Pick<PartShape, 'width' | 'height' | 'count' | 'columns' | 'gap' | 'dotColumns'>;

/** One host at a scale, no wider than `room` px: processes in rows of equal boxes, helpers below them. */
export function hostShape(hosts: SystemHosts, scale: SystemScale, room: number): HostShape {
  const inner = room - 2 * hostPadding;
  const parts: PartShape[] = [];
  let top = hostPadding;
  let width = 0;
  for (const part of hosts.parts) {
    const size = partSize(part, scale, inner, width);
    if (size.count === 0) continue;
    parts.push({ part, top, ...size });
    width = Math.max(width, size.columns * (size.width + size.gap) - size.gap);
    const rows = Math.ceil(size.count / size.columns);
    top += rows * (size.height + size.gap) - size.gap + partGap;
  }
  return {
    width: width + 2 * hostPadding,
    height: Math.max(2 * hostPadding, top - partGap + hostPadding),
    parts,
  };
}

function partSize(part: SystemPart, scale: SystemScale, inner: number, widthAbove: number): Size {
  switch (part.shape) {
    case 'process': {
      const box = slotBox(part.slots, scale.pitchPx, inner, 1.4);
      const columns = boxColumns(part.count, box, scale.gapPx, inner);
      return { ...box, count: part.count, columns, gap: scale.gapPx };
    }
    case 'helper': {
      const side = scale.helperPx;
      // As wide as what stands above them, where that is not a single column.
      const wide = Math.floor((Math.max(widthAbove, 4 * side) + helperGap) / (side + helperGap));
      // Rows of one length, as near as they come.
      const columns = Math.ceil(part.count / Math.ceil(part.count / Math.max(1, wide)));
      return { width: side, height: side, count: part.count, columns, gap: helperGap, dotColumns: 0 };
    }
    case 'demand':
      return { ...demandBox(part.count, scale, inner), count: 1, columns: 1, gap: 0 };
    case 'store':
      return {
        width: Math.max(storeWidth.least, Math.min(storeWidth.most, inner - storeTextPx)),
        height: storeHeight,
        count: 1,
        columns: 1,
        gap: 0,
        dotColumns: 0,
      };
  }
}

/** A box for so many slots: `wide` times as wide as high, if there is room. */
function slotBox(slots: number, pitch: number | null, inner: number, wide: number) {
  if (pitch === null || slots === 0) return { width: plainBoxPx, height: plainBoxPx, dotColumns: 0 };
  const most = Math.max(1, Math.floor((inner - 2 * boxInset) / pitch));
  const dotColumns = Math.min(most, Math.ceil(Math.sqrt(slots * wide)));
  const rows = Math.ceil(slots / dotColumns);
  return {
    width: dotColumns * pitch + 2 * boxInset,
    height: rows * pitch + 2 * boxInset,
    dotColumns,
  };
}

/** Where its dots are not drawn, a bar whose parts are to scale. */
function demandBox(count: number, { pitchPx }: SystemScale, inner: number) {
  return pitchPx === null
    ? { width: Math.min(inner, barWidth), height: plainBoxPx, dotColumns: 0 }
    : slotBox(count, pitchPx, inner, 3);
}

/** As near to a square as equal boxes allow. */
function boxColumns(count: number, box: Pick<Size, 'width' | 'height'>, gap: number, inner: number): number {
  const most = Math.max(1, Math.floor((inner + gap) / (box.width + gap)));
  return Math.min(count, most, Math.max(1, Math.ceil(Math.sqrt((count * box.height) / box.width))));
}
