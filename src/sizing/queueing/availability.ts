import { aboveZero, atLeastZero, share, wholeNumber } from './domain.ts';

/**
 * Share of time that a process is up.
 *
 * @param meanUpSeconds mean time between failures, above 0
 * @param meanDownSeconds mean time to repair, 0 or more
 * @throws RangeError outside those ranges
 * Source: renewal theory, MTBF / (MTBF + MTTR).
 */
export function availabilityOf(meanUpSeconds: number, meanDownSeconds: number): number {
  aboveZero('meanUpSeconds', meanUpSeconds);
  return meanUpSeconds / (meanUpSeconds + atLeastZero('meanDownSeconds', meanDownSeconds));
}

/**
 * Probabilities that 0 .. `units` of independent units are up: VMs for Thin, where the process is the VM.
 *
 * @param availability share of time each is up, 0 to 1
 * @throws RangeError outside those ranges
 * Source: binomial distribution, from its mode outwards, so that hundreds of units neither under- nor overflow.
 */
export function unitsUp(units: number, availability: number): Float64Array {
  wholeNumber('units', units, 1);
  share('availability', availability);
  const probabilities = new Float64Array(units + 1);
  const mode = Math.min(units, Math.floor((units + 1) * availability));
  probabilities[mode] = 1;
  const odds = availability / (1 - availability);
  for (let k = mode + 1; k <= units; k += 1) {
    probabilities[k] = (probabilities[k - 1] ?? 0) * ((units - k + 1) / k) * odds;
  }
  for (let k = mode - 1; k >= 0; k -= 1) {
    probabilities[k] = ((probabilities[k + 1] ?? 0) * ((k + 1) / (units - k))) / odds;
  }
  const sum = probabilities.reduce((total, probability) => total + probability, 0);
  return probabilities.map((probability) => probability / sum);
}

/**
 * P(at least `needed` of `units` independent units are up).
 *
 * @throws RangeError if a count is not a whole number or the availability outside 0 to 1
 * Source: tail of {@link unitsUp}.
 */
export function enoughUp(units: number, needed: number, availability: number): number {
  wholeNumber('needed', needed, 0);
  let probability = 0;
  const up = unitsUp(units, availability);
  for (let k = units; k >= needed; k -= 1) probability += up[k] ?? 0;
  return Math.min(1, probability);
}
