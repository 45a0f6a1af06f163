import { describe, expect, it } from 'vitest';
import {
  addToFront,
  emptyFront,
  frontRows,
  isBeaten,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/pareto-front.ts';

const infinite = Number.POSITIVE_INFINITY;

function frontOf(points: readonly (readonly number[])[]) {
  const front = emptyFront(points[0]?.length ?? 0);
  for (const [row, point] of points.entries()) addToFront(front, Float64Array.from(point), row);
  return front;
}

/** Rows that share a place, place by place. */
const placesOf = (points: readonly (readonly number[])[]) =>
  frontOf(points)
    .places.map((rows) => rows.toSorted((a, b) => a - b))
    .toSorted(([a = 0], [b = 0]) => a - b);

describe('addToFront', () => {
  it('keeps what nothing beats, and lets ties share a place', () => {
    expect(
      placesOf([
        [1, 4],
        [2, 2],
        [4, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toEqual([[0], [1, 3], [2]]);
  });

  it('drops all that a new point beats, and only that', () => {
    expect(
      placesOf([
        [1, 9],
        [5, 5],
        [6, 4],
        [9, 1],
        [4, 4],
      ]),
    ).toEqual([[0], [3], [4]]);
    expect(
      placesOf([
        [5, 5],
        [6, 4],
        [4, 4],
      ]),
    ).toEqual([[2]]);
    expect(
      placesOf([
        [3, 3],
        [3, 2],
      ]),
    ).toEqual([[1]]);
    expect(
      placesOf([
        [3, 3],
        [3, 4],
      ]),
    ).toEqual([[0]]);
  });

  it('compares any number of values, infinite ones as the worst', () => {
    expect(
      placesOf([
        [1, 2, infinite],
        [1, 3, 5],
        [1, 2, infinite],
        [1, 2, 6],
      ]),
    ).toEqual([[1], [3]]);
    expect(
      placesOf([
        [1, infinite],
        [2, infinite],
      ]),
    ).toEqual([[0]]);
  });

  it('ends with the same front whatever comes first', () => {
    const points = [
      [1, 9],
      [2, 7],
      [3, 8],
      [4, 4],
      [5, 6],
      [6, 3],
      [9, 1],
      [8, 2],
      [7, 7],
    ];
    const ends = points.map((_, start) => {
      const turned = points.map((__, at) => points[(start + at) % points.length] ?? []);
      return frontRows(frontOf(turned))
        .map((row) => (row + start) % points.length)
        .toSorted((a, b) => a - b);
    });
    for (const rows of ends) expect(rows).toEqual([0, 1, 3, 5, 6, 7]);
  });
});

describe('isBeaten', () => {
  it('says whether a place has nothing worse and something better', () => {
    const front = frontOf([
      [1, 4],
      [4, 1],
    ]);
    const beaten = (...point: readonly number[]) => isBeaten(front, Float64Array.from(point));
    expect(beaten(1, 5)).toBe(true);
    expect(beaten(5, 1)).toBe(true);
    expect(beaten(1, 4)).toBe(false);
    expect(beaten(2, 3)).toBe(false);
    expect(beaten(0, 9)).toBe(false);
  });
});

describe('frontRows', () => {
  it('names rows in ascending order, wherever they stand', () => {
    expect(frontRows({ width: 1, values: [3, 1], places: [[10, 2], [9]] })).toEqual([2, 9, 10]);
  });
});
