/** Releases of capi-release 1.x by their second number, first and last included; null for those yet to come. */
export interface ReleaseSpan {
  readonly first: number;
  readonly last: number | null;
}

interface CapiTarget extends ReleaseSpan {
  readonly value: string;
  readonly label: string;
}

/**
 * Ranges of releases that take the same ops file: `max_threads` came with 1.142, the pools of Puma and of local
 * workers with 1.170, Puma as the default with 1.196; Thin went with 1.223. Source: `propertySpans`. A release that
 * changes a property is a new line here and a new span there.
 */
export const capiTargets = [
  { value: '1.138', label: '1.138–1.141', first: 138, last: 141 },
  { value: '1.142', label: '1.142–1.169', first: 142, last: 169 },
  { value: '1.170', label: '1.170–1.195', first: 170, last: 195 },
  { value: '1.196', label: '1.196–1.222', first: 196, last: 222 },
  { value: '1.223', label: '1.223–1.235', first: 223, last: 235 },
  { value: '1.236', label: 'after 1.235', first: 236, last: null },
] as const satisfies readonly CapiTarget[];

export type CapiTargetName = (typeof capiTargets)[number]['value'];

export function capiTarget(value: CapiTargetName): CapiTarget {
  const found = capiTargets.find((target) => target.value === value);
  if (!found) throw new Error(`There is no target ${value}.`);
  return found;
}
