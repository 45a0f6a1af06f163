import { describe, expect, it } from 'vitest';
import { fleetOf, thinOf } from './fleet-of.ts';
import { playTrace, responsesIn, type TraceRow } from './play-trace.ts';

const rows: readonly TraceRow[] = [
  [0, 10, 0],
  [1, 10, 0],
  [2, 10, 0],
];

/** Three requests of 10 ms CPU, of which the second and third wait for the GVL: how often the third goes first. */
function overtakings(gvlOvertakingShare: number, seeds: number): number {
  let count = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const result = playTrace({ ...fleetOf('thin', 1, 1, 3), seed, gvlOvertakingShare }, rows);
    const responses = responsesIn(result).join(' ');
    // 0 to 10, then 10 to 20 and 20 to 30 one way or the other.
    expect(['10 19 28', '10 29 18']).toContain(responses);
    if (responses === '10 29 18') count += 1;
  }
  return count;
}

describe('releaseGvl', () => {
  it('goes first come, first served without overtaking', () => {
    expect(overtakings(0, 40)).toBe(0);
  });

  it('gives any waiting thread the same chance where every hand-over may overtake', () => {
    // Half of 100, four standard deviations of 5 either way.
    expect(Math.abs(overtakings(1, 100) - 50)).toBeLessThanOrEqual(20);
  });

  it('lets the last of two go first in half of the share that overtakes', () => {
    // 0.4 x 1/2 of 200, four standard deviations of 5.7 either way.
    expect(Math.abs(overtakings(0.4, 200) - 40)).toBeLessThanOrEqual(22);
  });

  it.each([
    [0, [1, 0, 0]],
    [1, [1 / 3, 1 / 3, 1 / 3]],
    // One hand-over in two goes to any of the three.
    [0.5, [2 / 3, 1 / 6, 1 / 6]],
  ])(
    'with a share of %d that overtakes goes on with the first, second and third in line with the chances %j',
    (share, chances) => {
      const counts = [0, 0, 0];
      const runs = 90;
      for (let seed = 1; seed <= runs; seed += 1) {
        const result = playTrace({ ...thinOf(4), seed, gvlOvertakingShare: share }, [
          [0, 50, 0],
          [10, 1, 0],
          [11, 1, 0],
          [12, 1, 0],
        ]);
        const responses = responsesIn(result).slice(1);
        const ends = responses.map((ms, place) => ms + 10 + place);
        expect(ends.toSorted((a, b) => a - b)).toEqual([51, 52, 53]);
        counts[ends.indexOf(51)]! += 1;
      }
      for (const [place, chance] of chances.entries()) {
        expect(Math.abs(counts[place]! - runs * chance)).toBeLessThanOrEqual(
          4 * Math.sqrt(runs * chance * (1 - chance)),
        );
      }
    },
  );
});
