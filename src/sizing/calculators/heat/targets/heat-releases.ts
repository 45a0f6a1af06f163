import type { HeatRelease } from '../params.ts';

/** Releases of Heat by their number, first and last included; null for those yet to come. */
export interface HeatSpan {
  readonly first: number;
  readonly last: number | null;
}

/** The releases that a choice of the form stands for. Ocata, where convergence had become the default, is 8. */
export const heatSpans: Readonly<Record<HeatRelease, HeatSpan>> = {
  '12': { first: 8, last: 12 },
  '13': { first: 13, last: 15 },
  '16': { first: 16, last: 24 },
  '25': { first: 25, last: null },
};

/** Heat's number in each release of OpenStack. Source: openstack/releases, deliverables of heat. */
export const heatOfOpenStack: Readonly<Record<string, number>> = {
  ocata: 8,
  pike: 9,
  queens: 10,
  rocky: 11,
  stein: 12,
  train: 13,
  ussuri: 14,
  victoria: 15,
  wallaby: 16,
  xena: 17,
  yoga: 18,
  zed: 19,
  '2023.1': 20,
  '2023.2': 21,
  '2024.1': 22,
  '2024.2': 23,
  '2025.1': 24,
  '2025.2': 25,
  '2026.1': 26,
};

const end = (span: HeatSpan) => span.last ?? Number.POSITIVE_INFINITY;

/** Whether every release of the second span has what exists in the first. */
export function isThroughout(exists: HeatSpan, releases: HeatSpan): boolean {
  return exists.first <= releases.first && end(exists) >= end(releases);
}

/** Whether any release of the second span has what exists in the first. */
export function isAnywhere(exists: HeatSpan, releases: HeatSpan): boolean {
  return exists.first <= end(releases) && end(exists) >= releases.first;
}

/** The choice of the form that a release of Heat falls under; undefined for one before Ocata. */
export function choiceOf(heat: number): HeatRelease | undefined {
  return (['12', '13', '16', '25'] as const).find(
    (choice) => heat >= heatSpans[choice].first && heat <= end(heatSpans[choice]),
  );
}
