import { capiRanges } from '../capi.ts';
import type { FleetInputs } from '../params.ts';
import { capiTarget, type ReleaseSpan } from './capi-targets.ts';

/** The releases that the exported files are for. */
export interface ExportRelease extends ReleaseSpan {
  readonly label: string;
  readonly hasThin: boolean;
}

/** The chosen target; with the guide's names, the release that the plan reckons with. */
export function exportRelease({ capi, target }: Pick<FleetInputs, 'capi' | 'target'>): ExportRelease {
  if (target === 'guide') return capiRanges[capi];
  const chosen = capiTarget(target);
  return { ...chosen, hasThin: chosen.first < 223 };
}

/** The names that stand in the files: a target has those of its job spec only. */
export function writtenNames({ names, target }: FleetInputs): FleetInputs['names'] {
  return target === 'guide' ? names : 'spec';
}

/** What the comments of a file for a target say beside its sums; none with the guide's names. */
export function targetNotes(inputs: FleetInputs): readonly string[] {
  if (inputs.target === 'guide') return [];
  const { first, label, last } = capiTarget(inputs.target);
  const planned = capiRanges[inputs.capi];
  const end = (span: ReleaseSpan) => span.last ?? Number.POSITIVE_INFINITY;
  const isPlanned = planned.first <= end({ first, last }) && end(planned) >= first;
  return [
    `For capi-release ${label}, by the names of its job spec.`,
    ...(isPlanned ? [] : [`NOTE: the plan reckons with capi-release ${planned.label}.`]),
  ];
}
