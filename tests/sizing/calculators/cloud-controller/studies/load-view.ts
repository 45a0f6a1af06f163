import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Cell } from '../../../../../src/sizing/core/explanation.ts';
import type { XyChart } from '../../../../../src/sizing/core/figure.ts';
import type { Inputs, Letter, Plan } from '../../../../../src/sizing/core/plan.ts';
import { defaultsOf } from '../../../../../src/sizing/core/preset.ts';
import type { Attachments, Job, StudyView } from '../../../../../src/sizing/core/study.ts';
import { fleets } from '../plans.ts';

/** The guide's request of the load examples: 50 ms of CPU and 50 ms of waiting. */
const halfAndHalf = { serviceTimeMs: 100, cpuSharePercent: 50 } as const;

/** The guide's four profiles as options A to D, A the baseline, D selected unless told. */
export function guidePlan(shared: Inputs = {}): Plan {
  return planOfFleets(
    [
      ['Today', fleets.thin],
      ['Profile 2', fleets.profile2],
      ['Profile 3', fleets.profile3],
      ['Profile 4', fleets.profile4],
    ],
    shared,
  );
}

export function planOfFleets(
  options: readonly (readonly [name: string, inputs: Inputs])[],
  shared: Inputs = {},
): Plan {
  const defaults = defaultsOf(cloudController, 'option');
  return {
    calculator: cloudController.id,
    title: cloudController.planTitle,
    shared: { ...defaultsOf(cloudController, 'shared'), zones: 3, ...halfAndHalf, ...shared },
    options: options.map(([name, inputs], index) => ({
      letter: (['A', 'B', 'C', 'D', 'E', 'F'] as const)[index] ?? 'A',
      name,
      inputs: { ...defaults, ...inputs },
    })),
    baseline: 'A',
  };
}

async function loadStudy() {
  const study = await cloudController.study('load');
  if (!study) throw new Error('There is no Load view.');
  return study;
}

export async function viewOf(
  plan: Plan,
  selected: Letter = 'D',
  attachments: Attachments = {},
): Promise<StudyView> {
  const view = (await loadStudy()).evaluate(plan, selected, attachments);
  if (!view) throw new Error('The plan cannot be studied.');
  return view;
}

export async function jobOf(plan: Plan, selected: Letter = 'D', attachments: Attachments = {}): Promise<Job> {
  const job = (await loadStudy()).startJob(plan, selected, attachments);
  if (!job) throw new Error('The plan cannot be simulated.');
  return job;
}

/** The view of a run that was worked off to its end. */
export async function runOf(
  plan: Plan,
  selected: Letter = 'D',
  attachments: Attachments = {},
): Promise<StudyView> {
  const job = await jobOf(plan, selected, attachments);
  while (job.advance().fraction < 1);
  return job.view();
}

/** What a table of the view says of an option. */
export function cellOf(view: StudyView, table: string, column: string, letter: Letter): Cell {
  const figure = view.figures.find((f) => f.id === table);
  if (figure?.kind !== 'table') throw new Error(`There is no table ${table}.`);
  const cell = figure.rows.find((row) => row.letter === letter)?.cells[
    figure.columns.findIndex((c) => c.id === column)
  ];
  if (!cell) throw new Error(`Table ${table} has no ${column} of ${letter}.`);
  return cell;
}

/** Every chart of the view, those in panels too. */
export function chartsIn(view: StudyView): readonly XyChart[] {
  return view.figures.flatMap((f) => (f.kind === 'xy' ? [f] : f.kind === 'panels' ? f.panels : []));
}
