/** The values at 0, 1, … of so many. */
export function range(count: number, value: (index: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, index) => value(index));
}
