import { present } from './present.ts';

/** The one of `places` with the greatest value, the first of several such; undefined where there are no places. */
export function greatestPlace(
  places: Iterable<number>,
  values: readonly (number | undefined)[],
): number | undefined {
  let greatest: number | undefined;
  for (const place of places) {
    if (greatest === undefined || present(values[place]) > present(values[greatest])) {
      greatest = place;
    }
  }
  return greatest;
}
