import { numberText } from '../../../sizing/core/number-text.ts';
import type { SystemCell, SystemPart } from '../../../sizing/core/study-figures.ts';
import { boxInset, hostPadding, type PartShape } from './host-shape.ts';
import { packedHosts, type SystemScale } from './system-scale.ts';

/** A store in px: how high it stands, how much of it may be used, and where its limit lies. */
export interface StoreShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly usedPx: number;
  readonly limitPx: number | null;
  /** What is used reaches further than is drawn. */
  readonly isTorn: boolean;
  readonly text: string;
}

/** Everything at one place of one option as few paths: however many processes there are, the page holds few parts. */
export interface CellLayout {
  readonly height: number;
  readonly frames: string;
  readonly lostFrames: string;
  readonly boxes: string;
  readonly lostBoxes: string;
  readonly dots: string;
  readonly lostDots: string;
  /** Requests that find no slot: as dots, or as their part of a bar. */
  readonly shortDots: string;
  readonly shortBox: string;
  readonly helpers: string;
  readonly lostHelpers: string;
  readonly strikes: string;
  readonly texts: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly stores: readonly StoreShape[];
}

/** `storeMost` is the full height of a store at this place, common to all options. */
export function cellLayout(
  cell: SystemCell,
  scale: SystemScale,
  room: number,
  storeMost: number,
): CellLayout {
  const { runs, height } = packedHosts(cell, scale, room);
  const drawn = new CellPaths(scale);
  for (const { hosts, shape, spots, text } of runs) {
    for (const { x, y } of spots) {
      const isFramed = hosts.parts.some((part) => part.shape === 'process' || part.shape === 'helper');
      if (isFramed) drawn.frame(x, y, shape.width, shape.height, hosts.isLost);
      const inset = isFramed ? 0 : hostPadding;
      for (const part of shape.parts) drawn.part(part, x - inset, y - inset, hosts.isLost, storeMost);
      if (text !== '')
        drawn.texts.push({ x: x + shape.width + 5, y: y + Math.min(shape.height / 2 + 4, 16), text });
    }
  }
  return { height, ...drawn.paths, texts: drawn.texts, stores: drawn.stores };
}

type PathName = Exclude<keyof CellLayout, 'height' | 'texts' | 'stores'>;

class CellPaths {
  readonly paths: Record<PathName, string> = {
    frames: '',
    lostFrames: '',
    boxes: '',
    lostBoxes: '',
    dots: '',
    lostDots: '',
    shortDots: '',
    shortBox: '',
    helpers: '',
    lostHelpers: '',
    strikes: '',
  };
  readonly texts: { x: number; y: number; text: string }[] = [];
  readonly stores: StoreShape[] = [];
  readonly #scale: SystemScale;

  constructor(scale: SystemScale) {
    this.#scale = scale;
  }

  frame(x: number, y: number, width: number, height: number, isLost: boolean): void {
    this.paths[isLost ? 'lostFrames' : 'frames'] += rectangle(x + 0.5, y + 0.5, width - 1, height - 1);
    if (isLost) this.paths.strikes += `M${x + 2} ${y + height - 2}L${x + width - 2} ${y + 2}`;
  }

  part(shape: PartShape, hostX: number, hostY: number, isHostLost: boolean, storeMost: number): void {
    const { part, count, columns, gap, width, height } = shape;
    for (let i = 0; i < count; i += 1) {
      const x = hostX + hostPadding + (i % columns) * (width + gap);
      const y = hostY + shape.top + Math.floor(i / columns) * (height + gap);
      switch (part.shape) {
        case 'helper':
          this.paths[isHostLost ? 'lostHelpers' : 'helpers'] += rectangle(
            x + 0.5,
            y + 0.5,
            width - 1,
            height - 1,
          );
          break;
        case 'store':
          this.stores.push(storeShape(part, x, y, shape, storeMost));
          break;
        case 'process': {
          // The last ones are out, so that those at work stand together.
          const isOut = i >= count - part.lost;
          const isLost = isOut || isHostLost;
          this.paths[isLost ? 'lostBoxes' : 'boxes'] += rectangle(x + 0.5, y + 0.5, width - 1, height - 1);
          this.paths[isLost ? 'lostDots' : 'dots'] += this.#dots(shape, x, y, 0, part.slots);
          if (isOut && !isHostLost) this.paths.strikes += `M${x} ${y + height}L${x + width} ${y}`;
          break;
        }
        case 'demand': {
          const served = part.count - part.short;
          const isBar = shape.dotColumns === 0;
          const servedPx = isBar ? ((width - 1) * served) / part.count : width - 1;
          this.paths.boxes += rectangle(x + 0.5, y + 0.5, servedPx, height - 1);
          if (servedPx < width - 1)
            this.paths.shortBox += rectangle(x + 0.5 + servedPx, y + 0.5, width - 1 - servedPx, height - 1);
          this.paths.dots += this.#dots(shape, x, y, 0, served);
          this.paths.shortDots += this.#dots(shape, x, y, served, part.count);
          break;
        }
      }
    }
  }

  /** Dots as lines of no length, whose round ends show. */
  #dots({ dotColumns }: PartShape, x: number, y: number, from: number, to: number): string {
    const { pitchPx } = this.#scale;
    if (dotColumns === 0 || pitchPx === null) return '';
    const start = boxInset + pitchPx / 2;
    let path = '';
    for (let i = from; i < to; i += 1)
      path += `M${x + start + (i % dotColumns) * pitchPx} ${y + start + Math.floor(i / dotColumns) * pitchPx}h0`;
    return path;
  }
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

function storeShape(
  part: Extract<SystemPart, { shape: 'store' }>,
  x: number,
  y: number,
  { width, height }: PartShape,
  most: number,
): StoreShape {
  const full = height - lidPx;
  const pxOf = (value: number) => (most === 0 ? 0 : Math.min(full, (full * value) / most));
  return {
    x,
    y,
    width,
    height,
    usedPx: pxOf(part.used),
    limitPx: part.limit === null ? null : pxOf(part.limit),
    isTorn: part.used > most,
    text: numberText(part.used),
  };
}

/** Height of the ellipse that closes a store. */
export const lidPx = 8;

/** What a store at this place is drawn up to: the largest of all options, but at most twice its limit. */
export function storeMost(cells: readonly (SystemCell | undefined)[]): number {
  let most = 0;
  let limit = 0;
  for (const part of cells.flatMap((cell) => cell?.hosts ?? []).flatMap(({ parts }) => parts)) {
    if (part.shape !== 'store') continue;
    most = Math.max(most, part.used, part.limit ?? 0);
    limit = Math.max(limit, part.limit ?? 0);
  }
  return limit > 0 ? Math.min(most, 2 * limit) : most;
}
