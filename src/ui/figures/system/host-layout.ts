import { numberText } from '../../../sizing/core/number-text.ts';
import { textWidth } from '../study/fitted-text.ts';
import type { HostBundle, SystemPart, SystemScale } from './system-scale.ts';

export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shape: SystemPart['shape'];
  readonly isLost: boolean;
  /** Dots as one path of zero-length lines. */
  readonly dots: string;
  /** "×24" where one box stands for several; the slots of a store. */
  readonly text: string;
}

export interface HostLayout {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly boxes: readonly DrawnBox[];
  /** "1 of 4 out" where not all of a host's processes work. */
  readonly notes: readonly { readonly text: string; readonly y: number }[];
}

const padding = 8;
const titleHeight = 20;
const boxGap = 5;
const rowGap = 8;
const noteHeight = 15;
const inset = 4;
const helperSize = 9;
const storeSize = { width: 40, height: 44 };
/** More dots than this in one box cannot be told apart. */
const mostDots = 150;

interface Size {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
}

/** Lays a host's processes out in rows of equal boxes, helpers below them, all to the scale of the figure. */
export function hostLayout(bundle: HostBundle, scale: SystemScale): HostLayout {
  const { host, times } = bundle;
  const title = times > 1 ? `${numberText(times)} hosts` : host.title;
  const lostRoom = host.isLost ? 38 : 0;
  let inner = textWidth(title, 12) + lostRoom;
  let y = padding + (title === '' ? (host.isLost ? titleHeight : 0) : titleHeight);
  const boxes: DrawnBox[] = [];
  const notes: { text: string; y: number }[] = [];
  for (const part of host.parts) {
    if (part.count <= 0) continue;
    const drawn = partBoxes(part, scale, y);
    boxes.push(...drawn.boxes);
    inner = Math.max(inner, drawn.width);
    y += drawn.height;
    if (part.lost > 0 && !host.isLost) {
      const text = `${numberText(Math.min(part.lost, part.count))} of ${numberText(part.count)} out`;
      inner = Math.max(inner, textWidth(text, 11.5));
      notes.push({ text, y: y + 12 });
      y += noteHeight;
    }
    y += rowGap;
  }
  if (boxes.length > 0) y -= rowGap;
  return { width: Math.ceil(inner + 2 * padding), height: Math.ceil(y + padding), title, boxes, notes };
}

function partBoxes(
  part: SystemPart,
  scale: SystemScale,
  top: number,
): { readonly boxes: readonly DrawnBox[]; readonly width: number; readonly height: number } {
  const size = boxSize(part, scale.pitch);
  const { width, height } = size;
  const dots = (x: number, y: number) =>
    part.shape === 'process' ? dotPath(part.slots, size, scale.pitch, x, y) : '';
  const storeText = part.shape === 'store' && part.slots > 0 ? numberText(part.slots) : '';
  if (!scale.hasEachProcess && part.count > 1) {
    const text = `×${numberText(part.count)}`;
    const box = { ...size, x: padding, y: top, shape: part.shape, text };
    const isLost = part.lost >= part.count;
    return {
      boxes: [{ ...box, isLost, dots: dots(padding, top) }],
      width: width + 6 + textWidth(text, 12),
      height,
    };
  }
  // As near to a square as equal boxes allow, a little wider than high.
  const columns = Math.min(
    part.count,
    Math.max(1, Math.ceil(Math.sqrt((part.count * 1.3 * height) / width))),
  );
  const gap = part.shape === 'helper' ? 3 : boxGap;
  const rows = Math.ceil(part.count / columns);
  return {
    boxes: Array.from({ length: part.count }, (_, i): DrawnBox => {
      const x = padding + (i % columns) * (width + gap);
      const y = top + Math.floor(i / columns) * (height + gap);
      // The last ones are out, so that those at work stand together.
      const isLost = i >= part.count - part.lost;
      return { x, y, width, height, shape: part.shape, isLost, dots: dots(x, y), text: storeText };
    }),
    width: columns * (width + gap) - gap,
    height: rows * (height + gap) - gap,
  };
}

function boxSize(part: SystemPart, pitch: number): Size {
  if (part.shape === 'store') return { ...storeSize, columns: 0, rows: 0 };
  if (part.shape === 'helper') return { width: helperSize, height: helperSize, columns: 0, rows: 0 };
  if (part.slots <= 0 || part.slots > mostDots) return { width: 18, height: 18, columns: 0, rows: 0 };
  const columns = Math.ceil(Math.sqrt(part.slots * 1.4));
  const rows = Math.ceil(part.slots / columns);
  return {
    width: columns * pitch + 2 * inset - 1,
    height: rows * pitch + 2 * inset - 1,
    columns,
    rows,
  };
}

function dotPath(slots: number, { columns }: Size, pitch: number, x: number, y: number): string {
  if (columns === 0) return '';
  const start = inset + (pitch - 1) / 2;
  return Array.from(
    { length: slots },
    (_, i) => `M${x + start + (i % columns) * pitch} ${y + start + Math.floor(i / columns) * pitch}h0`,
  ).join('');
}
