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

/** The plan with more options: each is option B with some inputs changed. */
export function withOptions(plan: Plan, ...more: readonly (readonly [Letter, string, Inputs])[]): Plan {
  const [, fleet] = plan.options;
  if (!fleet) throw new Error('The plan has no option B.');
  const added = more.map(([letter, name, own]) => ({ letter, name, inputs: { ...fleet.inputs, ...own } }));
  return { ...plan, options: [...plan.options, ...added] };
}

/** A load that was observed, in place of today's. */
export function observed(observedPeak: number): Inputs {
  return { loadMode: 'observed', observedPeak };
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

/** What the table says in a row, of option B unless said otherwise. */
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

/** The link that stands in the exported files. */
export const link = 'https://example.test/#plan';

export function documentsFor(option: Inputs, shared: Inputs = {}): readonly ExportDocument[] {
  return cloudController.exports(planWith(option, shared), 'B', { link });
}

export function documentFor(id: string, option: Inputs, shared: Inputs = {}): ExportDocument {
  return documentIn(planWith(option, shared), id);
}

export function documentIn(plan: Plan, id: string, selected: Letter = 'B'): ExportDocument {
  const found = cloudController.exports(plan, selected, { link }).find((document) => document.id === id);
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

/** The comments at the entries of an ops file, by the last key of their path. */
export function remarksOf({ content }: ExportDocument): Readonly<Record<string, string>> {
  if (content.kind !== 'ops') throw new Error(`An ops file was expected, not ${content.kind}.`);
  const remarks = content.entries.flatMap(({ comment, path }) =>
    comment === undefined ? [] : [[path.replace(/.*\//, ''), comment] as const],
  );
  return Object.fromEntries(remarks);
}
