import { normalQuantile } from './normal-quantile.ts';

function erlangTail(stages: number, value: number): { readonly tail: number; readonly density: number } {
  // Summed from the largest index downwards in logarithms' reach: exp(-value) alone underflows past 745.
  let density = Math.exp((stages - 1) * Math.log(value) - value - logFactorial(stages - 1));
  const atValue = density;
  let tail = 0;
  for (let index = stages - 1; index >= 0; index -= 1) {
    tail += density;
    density *= index / value;
  }
  return { tail, density: atValue };
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
  return sum;
}

/**
 * The value a sum of `stages` unit exponentials stays below with the given probability.
 * Newton's method from the Wilson-Hilferty start, kept positive; the step in logarithms makes it safe for small values.
 */
export function erlangQuantile(stages: number, probability: number): number {
  if (stages === 1) return -Math.log1p(-probability);
  const cube = 1 - 1 / (9 * stages) + normalQuantile(probability) / (3 * Math.sqrt(stages));
  const lowStart = Math.exp((Math.log(probability) + logFactorial(stages)) / stages);
  let value = cube > 0.3 ? stages * cube ** 3 : lowStart;
  for (let step = 0; step < 50; step += 1) {
    const { tail, density } = erlangTail(stages, value);
    const change = (1 - tail - probability) / (density * value);
    value *= Math.exp(-Math.max(-0.5, Math.min(0.5, change)));
    if (Math.abs(change) < 1e-12) break;
  }
  return value;
}
