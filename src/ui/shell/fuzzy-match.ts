/** Where a typed text was found. */
export interface FuzzyMatch {
  /** Higher is better; comparable for the same typed text only. */
  readonly score: number;
  /** Places in the label, by character, that the typed letters stand for; ascending. */
  readonly places: readonly number[];
  /** Whether every word stands somewhere as it was typed, no letter left out. */
  readonly isWhole: boolean;
}

const hit = 2;
const atWordStart = 4;
const inARow = 4;
const farthestGap = 3;
/** Letters strewn over a label without a word start or a run are chance. */
const leastPerLetter = 2;
/** A word found beside the label counts less than one in it. */
const inContext = 1;

/**
 * Finds every word of `sought` in the label, its letters in order with gaps allowed, or whole in the context beside
 * it. Undefined when a word is in neither. Nothing sought is found everywhere.
 */
export function fuzzyMatch(sought: string, label: string, context = ''): FuzzyMatch | undefined {
  const letters = [...label].map((c) => c.toLowerCase());
  const beside = context.toLowerCase();
  const places = new Set<number>();
  let score = 0;
  let isWhole = true;
  for (const word of sought.toLowerCase().split(/\s+/).filter(Boolean)) {
    const found = wordIn([...word], letters);
    if (!found && !beside.includes(word)) return undefined;
    score += found ? found.score : inContext * word.length;
    isWhole &&= !found || isRun(found.places);
    for (const place of found?.places ?? []) places.add(place);
  }
  return { score, places: [...places].sort((a, b) => a - b), isWhole };
}

function isRun(places: readonly number[]): boolean {
  return places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1);
}

type FoundWord = Pick<FuzzyMatch, 'score' | 'places'>;

interface Step {
  readonly score: number;
  /** Where the letter before stands; -1 for the first. */
  readonly from: number;
}

/** The best way to read the word's letters in order; runs and word starts are worth more than strewn letters. */
function wordIn(word: readonly string[], letters: readonly string[]): FoundWord | undefined {
  const rows: (Step | undefined)[][] = [];
  for (const [i, letter] of word.entries()) {
    const before = rows[i - 1];
    let farther: Step | undefined;
    rows.push(
      letters.map((candidate, at) => {
        const far = before?.[at - 1 - farthestGap];
        if (far && (!farther || far.score > farther.score))
          farther = { score: far.score, from: at - 1 - farthestGap };
        if (candidate !== letter) return undefined;
        const own = hit + (isWordStart(letters, at) ? atWordStart : 0);
        if (!before) return { score: own, from: -1 };
        const best = bestBefore(before, at, farther);
        return best && { score: own + best.score, from: best.from };
      }),
    );
  }
  return readBack(rows);
}

function bestBefore(
  before: readonly (Step | undefined)[],
  at: number,
  farther: Step | undefined,
): Step | undefined {
  let best = farther && { score: farther.score - farthestGap, from: farther.from };
  for (let gap = 0; gap < farthestGap; gap++) {
    const near = before[at - 1 - gap];
    if (!near) continue;
    const score = near.score + (gap === 0 ? inARow : -gap);
    if (!best || score > best.score) best = { score, from: at - 1 - gap };
  }
  return best;
}

function readBack(rows: readonly (readonly (Step | undefined)[])[]): FoundWord | undefined {
  const last = rows.at(-1) ?? [];
  let at = -1;
  for (const [place, step] of last.entries()) {
    if (step && step.score > (last[at]?.score ?? Number.NEGATIVE_INFINITY)) at = place;
  }
  const score = last[at]?.score;
  if (score === undefined || score < leastPerLetter * rows.length) return undefined;
  const places: number[] = [];
  for (let row = rows.length - 1; row >= 0; row--) {
    places.unshift(at);
    at = rows[row]?.[at]?.from ?? -1;
  }
  return { score, places };
}

function isWordStart(letters: readonly string[], at: number): boolean {
  const isLetter = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);
  return isLetter(letters[at]) && !isLetter(letters[at - 1]);
}
