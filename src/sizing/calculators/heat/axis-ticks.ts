/** Round ticks from 0 that cover `most`: at most six of them. */
export function roundTicks(most: number): readonly number[] {
  const rough = Math.max(most, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let at = 0; at * step < most + step * 0.999; at += 1) ticks.push(at * step);
  return ticks;
}

/** Powers of `base` from the one at or under `least` to the one at or over `most`. */
export function powerTicks(base: number, least: number, most: number): readonly number[] {
  const ticks = [powerUnder(base, least)];
  while ((ticks.at(-1) ?? most) < most) ticks.push((ticks.at(-1) ?? 1) * base);
  return ticks;
}

function powerUnder(base: number, value: number): number {
  let power = 1;
  while (power * base <= value) power *= base;
  return power;
}
