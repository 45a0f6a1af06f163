/** Studies off the main thread. Everything that crosses is plain data. */
import { expose } from 'comlink';
import { registry } from '../sizing/calculators/registry.ts';
import type { ImportRequest, ImportResult } from '../sizing/core/import.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';
import type { Attachments, StudyView } from '../sizing/core/study.ts';

/** Which study of what. */
export interface StudyRequest {
  readonly view: string;
  readonly plan: Plan;
  readonly selected: Letter;
  readonly attachments: Attachments;
}

export interface Progress {
  readonly fraction: number;
  readonly note: string;
}

let isStopped = false;

const studyWorker = {
  /** `onFirst` has what is looked at first, while the rest is being worked out. */
  async evaluate(
    { view, plan, selected, attachments }: StudyRequest,
    onFirst?: (view: StudyView) => void,
  ): Promise<StudyView | null> {
    const study = await studyOf(plan, view);
    const begun = study?.begin(plan, selected, attachments);
    if (!begun) return null;
    onFirst?.(begun.first);
    return begun.finish();
  },

  /** As `evaluate`, and keeps the answer to itself: the next one comes faster. */
  async warmUp({ view, plan, selected, attachments }: StudyRequest): Promise<void> {
    const study = await studyOf(plan, view);
    study?.evaluate(plan, selected, attachments);
  },

  /** Runs the study's job to its end, or until `stop`; what was finished by then comes back. */
  async run(
    { view, plan, selected, attachments }: StudyRequest,
    onProgress: (progress: Progress) => void,
  ): Promise<StudyView | null> {
    isStopped = false;
    const study = await studyOf(plan, view);
    const job = study?.startJob(plan, selected, attachments);
    if (!job) return null;
    let progress = job.advance();
    while (progress.fraction < 1 && !isStopped) {
      onProgress(progress);
      await nextTask();
      progress = job.advance();
    }
    onProgress(progress);
    return job.view();
  },

  /** What a file of the user's holds; null where the calculator reads none. */
  async readText(text: string, request: ImportRequest): Promise<ImportResult | null> {
    const calculator = await registry.find((entry) => entry.id === request.plan.calculator)?.load();
    const importer = await calculator?.importText?.();
    return importer?.read(text, request) ?? null;
  },

  stop(): void {
    isStopped = true;
  },
};

export type StudyWorker = typeof studyWorker;

async function studyOf(plan: Plan, view: string) {
  const calculator = await registry.find((entry) => entry.id === plan.calculator)?.loadFirst();
  return calculator?.study(view);
}

/** Lets a `stop` that has arrived be heard between two pieces of work. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

expose(studyWorker);
