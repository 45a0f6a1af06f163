import type { Place, XyChart } from '../../../sizing/core/figure.ts';
import { placedAreas } from './area-names.ts';
import { type Box, boxAround, leastCovered, seriesBoxes } from './obstacles.ts';
import { leadersOf, type PlacedBadge, placeLayout } from './place-layout.ts';
import { type PlotFrame, plotX, plotY } from './plot-frame.ts';

/** A place with the words that stand beside it; empty where another badge has them. */
type NamedPlace = Place & { readonly text: string };

/** An option's badge in the plot, and where its short text goes. */
export interface PlacedOption {
  readonly place: NamedPlace;
  readonly badge: PlacedBadge;
  /** Where the badge belongs; it may have had to leave. */
  readonly spot: { readonly x: number; readonly y: number };
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly textBox: Box | undefined;
}

const characterPx = 6.6;
const badgeHalf = 9;
const textFromBadge = 12;

/** Badges of all options, their texts beside them where they cover least. */
export function placedOptions(chart: XyChart, frame: PlotFrame): readonly PlacedOption[] {
  const spots = chart.places.map((place) => ({
    x: Math.min(frame.right, Math.max(frame.left, plotX(frame, chart, place.x))),
    y: plotY(frame, chart, place.y),
  }));
  const leaders = leadersOf(spots);
  const badges = placeLayout(spots, { ...frame, bottom: frame.bottom - 2 });
  const fixed = [
    ...badges.map((badge) => boxAround(badge.x, badge.y, badgeHalf)),
    ...levelBoxes(chart, frame),
    ...lineBoxes(chart, frame),
  ];
  const placed: PlacedOption[] = [];
  for (const [i, place] of chart.places.entries()) {
    const spot = spots[i];
    const badge = badges[i];
    if (!spot || !badge) continue;
    const taken = [...fixed, ...placed.flatMap((p) => (p.textBox ? [p.textBox] : []))];
    const named = { ...place, text: sharedText(chart.places, leaders, i) };
    placed.push({ place: named, badge, spot, ...textPlace(named, badge, frame, taken) });
  }
  return placed;
}

/** Options at one point share their words: the last badge there has them all, each once. */
function sharedText(places: readonly Place[], leaders: readonly number[], index: number): string {
  if (leaders.lastIndexOf(leaders[index] ?? index) !== index) return '';
  const texts = places.flatMap(({ text }, k) => (text && leaders[k] === leaders[index] ? [text] : []));
  return [...new Set(texts)].join(', ');
}

/** What words in the plot should keep clear of: options' badges and texts, and every line. */
export function plotObstacles(
  chart: XyChart,
  frame: PlotFrame,
  options: readonly PlacedOption[],
): readonly Box[] {
  return [
    ...options.flatMap(({ badge, textBox }) => [
      boxAround(badge.x, badge.y, badgeHalf),
      ...(textBox ? [textBox] : []),
    ]),
    ...frame.badges.map(({ x, y }) => boxAround(x, y, badgeHalf)),
    ...lineBoxes(chart, frame),
  ];
}

function lineBoxes(chart: XyChart, frame: PlotFrame): readonly Box[] {
  const uprights = frame.uprights.map(({ lineX }) => ({
    left: lineX - 1,
    right: lineX + 1,
    top: frame.top,
    bottom: frame.bottom,
  }));
  return [
    ...uprights,
    ...placedAreas(chart, frame).map(({ box }) => box),
    ...chart.series.flatMap((series) =>
      seriesBoxes(
        series,
        (x) => plotX(frame, chart, x),
        (y) => plotY(frame, chart, y),
      ),
    ),
  ];
}

function levelBoxes(chart: XyChart, frame: PlotFrame): readonly Box[] {
  return chart.marks
    .filter((mark) => mark.axis === 'y')
    .map((mark) => {
      const y = plotY(frame, chart, mark.at);
      return { left: frame.left, right: frame.right, top: y - 1, bottom: y + 1 };
    });
}

function textPlace(place: NamedPlace, badge: PlacedBadge, frame: PlotFrame, obstacles: readonly Box[]) {
  const width = place.text.length * characterPx;
  const [first, ...others] = textCandidates(badge, width);
  const isInside = ({ box }: TextCandidate) =>
    box.left >= frame.left &&
    box.right <= frame.right + 8 &&
    box.top >= frame.top - 8 &&
    box.bottom <= frame.bottom;
  const [firstInside = first, ...othersInside] = [first, ...others].filter(isInside);
  const { textX, textY, anchor, box } = leastCovered([firstInside, ...othersInside], obstacles);
  return { textX, textY, anchor, textBox: place.text === '' ? undefined : box };
}

interface TextCandidate {
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

/** Beside the badge on its better side, on the other, then over and under it. */
function textCandidates(
  { x, y, textSide, isAlone, isMoved }: PlacedBadge,
  width: number,
): readonly [TextCandidate, ...TextCandidate[]] {
  const at = (side: 'left' | 'right', rise: number): TextCandidate => {
    const textX = side === 'left' ? x - textFromBadge : x + textFromBadge;
    const textY = y - rise;
    const left = side === 'left' ? textX - width : textX;
    const box = { left, right: left + width, top: textY - 10, bottom: textY + 2 };
    return { textX, textY, anchor: side === 'left' ? 'end' : 'start', box };
  };
  const centred = (textY: number): TextCandidate => ({
    textX: x,
    textY,
    anchor: 'middle',
    box: { left: x - width / 2, right: x + width / 2, top: textY - 10, bottom: textY + 2 },
  });
  const aboveAndBelow = [centred(y - textFromBadge), centred(y + textFromBadge + 9)];
  // Towards its neighbour, a text could be read as the neighbour's.
  if (isMoved) return [at(textSide, -4), at(textSide, 4), at(textSide, -12), ...aboveAndBelow];
  const other = textSide === 'left' ? 'right' : 'left';
  // Raised beside its badge, a text is clear of a level line through the badge; beside a neighbour it is not.
  if (!isAlone) return [at(textSide, -4), at(other, -4), ...aboveAndBelow];
  return [
    at(textSide, 8),
    ...[-4, -16].map((rise) => at(textSide, rise)),
    ...[8, -4, -16].map((rise) => at(other, rise)),
    ...aboveAndBelow,
  ];
}
