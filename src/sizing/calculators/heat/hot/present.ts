/**
 * What the caller knows to be there: an entry at a place of the same plan, a value that an earlier event has set. Throws
 * a RangeError where it is not, since to go on with some other number would be worse.
 */
export function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new RangeError('A part of the plan is not where it must be.');
  }
  return value;
}
