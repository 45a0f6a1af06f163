import type { Finding } from '../../../../src/sizing/core/finding.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { findingOf, planWith, table } from './plans.ts';

/** A finding about one option as the guide's table has it, but for these settings. */
export function findOnTable(id: string, shared: Inputs, own: Inputs = {}): Finding | undefined {
  return findingOf(planWith(shared, { ...table, ...own }), id);
}

/** What a finding's button sets. */
export function buttonOf(finding: Finding | undefined): Inputs | undefined {
  const edit = finding?.fix?.edit;
  return edit === undefined || edit.kind === 'open-view' ? undefined : edit.inputs;
}
