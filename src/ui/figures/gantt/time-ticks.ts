/** Steps that people count time in, in seconds. */
const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
] as const;

/** Seconds from zero up to `endSeconds` in even steps, `most` of them at most beside zero. */
export function timeTicks(endSeconds: number, most: number): readonly number[] {
  const count = Math.max(1, most);
  const longest = steps[steps.length - 1] ?? 1;
  // Beyond days, whole multiples of a day.
  const step =
    steps.find((s) => endSeconds / s <= count) ?? longest * Math.ceil(endSeconds / longest / count);
  return Array.from({ length: Math.floor(endSeconds / step + 1e-9) + 1 }, (_, i) => i * step);
}
