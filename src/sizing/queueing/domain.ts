/**
 * Guards of the model's domain. Ranges are refused where inputs enter the application, so a value that arrives here
 * outside them is a mistake in the calling code: throw with the value, never return a number made from it.
 */

/** Returns `value` if it is a whole number of at least `least`; throws a RangeError otherwise. */
export function wholeNumber(name: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}`);
  }
  return value;
}

/** Returns `value` if it is finite and at least 0; throws a RangeError otherwise. */
export function atLeastZero(name: string, value: number): number {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must be at least 0, not ${value}`);
  return value;
}

/** Returns `value` if it is finite and above 0; throws a RangeError otherwise. */
export function aboveZero(name: string, value: number): number {
  if (!Number.isFinite(value) || value <= 0) throw new RangeError(`${name} must be above 0, not ${value}`);
  return value;
}

/** Returns `value` if it lies in 0 to 1; throws a RangeError otherwise. */
export function share(name: string, value: number): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be between 0 and 1, not ${value}`);
  return value;
}
