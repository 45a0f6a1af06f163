import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Evaluation } from '../../../../src/sizing/core/calculator.ts';
import type { ExportDocument, OpsEntry } from '../../../../src/sizing/core/export-document.ts';
import type { Finding } from '../../../../src/sizing/core/finding.ts';
import type { Inputs, Letter, Plan } from '../../../../src/sizing/core/plan.ts';
import { defaultsOf, planOf } from '../../../../src/sizing/core/preset.ts';

/** The guide's profiles and the spec's variations, as a user would enter them. */
export const fleets = {
  thin: { engine: 'thin', vcpusPerVm: 1, vms: 20, threadsPerWorker: 20 },
  profile2: { vcpusPerVm: 2, vms: 10, threadsPerWorker: 20 },
  profile3: { vcpusPerVm: 4, vms: 8, threadsPerWorker: 13 },
  profile3plus1: { vcpusPerVm: 4, vms: 9, threadsPerWorker: 13 },
  profile4: { vcpusPerVm: 8, vms: 4, threadsPerWorker: 15, spareCore: true },
} as const satisfies Record<string, Inputs>;

/** Today's Thin fleet as option A and baseline, the given fleet as option B. */
export function planWith(option: Inputs, shared: Inputs = {}): Plan {
  const defaults = defaultsOf(cloudController, 'option');
  return {
    calculator: cloudController.id,
    title: cloudController.planTitle,
    shared: { ...defaultsOf(cloudController, 'shared'), zones: 3, ...shared },
    options: [
      { letter: 'A', name: 'Today', inputs: { ...defaults, ...fleets.thin } },
      { letter: 'B', name: 'New', inputs: { ...defaults, ...option } },
    ],
    baseline: 'A',
  };
}

export function resultOf(plan: Plan, selected: Letter = 'B'): NonNullable<Evaluation['result']> {
  const { result } = cloudController.evaluate(plan, selected);
  if (!result) throw new Error('The plan cannot be sized.');
  return result;
}

export function findingsFor(option: Inputs, shared: Inputs = {}): readonly Finding[] {
  return resultOf(planWith(option, shared)).findings;
}

export function findingFor(id: string, option: Inputs, shared: Inputs = {}): Finding | undefined {
  return findingsFor(option, shared).find((finding) => finding.id === id);
}

/** What the table says of option B in a row. */
export function cellOf(row: string, plan: Plan, letter: Letter = 'B') {
  const rows = resultOf(plan).table.sections.flatMap((section) => section.rows);
  const cell = rows.find((r) => r.id === row)?.cells[letter];
  if (!cell) throw new Error(`The table has no row ${row}.`);
  return cell;
}

/** What a new visitor sees. */
export function firstVisit(): { readonly plan: Plan; readonly selected: Letter } {
  const [first] = cloudController.presets;
  if (!first) throw new Error('There is no preset.');
  return planOf(cloudController, first);
}

export function documentsFor(option: Inputs, shared: Inputs = {}): readonly ExportDocument[] {
  return cloudController.exports(planWith(option, shared), 'B', { link: 'https://example.test/#plan' });
}

export function documentFor(id: string, option: Inputs, shared: Inputs = {}): ExportDocument {
  const found = documentsFor(option, shared).find((document) => document.id === id);
  if (!found) throw new Error(`There is no document ${id}.`);
  return found;
}

/** The entries of an ops file by what their path ends in. */
export function opsOf({ content }: ExportDocument): {
  readonly comments: readonly string[];
  readonly entries: readonly OpsEntry[];
  readonly values: Readonly<Record<string, unknown>>;
} {
  if (content.kind !== 'ops') throw new Error(`An ops file was expected, not ${content.kind}.`);
  const values = content.entries.map(({ path, value }) => [
    path.replace(/^\/instance_groups\/name=[^/]+\//, '').replace(/^jobs\/name=[^/]+\/properties\//, ''),
    value,
  ]);
  return { comments: content.comments, entries: content.entries, values: Object.fromEntries(values) };
}
