import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { PlainStudy } from '../sizing/core/calculator.ts';
import type { StudyView } from '../sizing/core/study.ts';
import { keptParts } from '../state/kept-parts.ts';
import type { PlanStore } from '../state/plan-store.ts';
import { drawLater, forget } from '../ui/figures/draw-later.ts';
import { preloadFigures } from '../ui/figures/study-figure.tsx';
import { createStudyClient } from '../worker/study-client.ts';
import type { Progress, StudyRequest } from '../worker/study-worker.ts';

/** How far a run is; null when none is under way. */
export interface Run {
  readonly progress: Progress | null;
  /** What the run's button says; null where the study has no run. */
  readonly label: string | null;
  readonly start: () => void;
  readonly cancel: () => void;
  /** The result of the last run, while the inputs are still those it was made with. */
  readonly result: StudyView | null;
}

export interface StudyState {
  readonly view: StudyView | null;
  /** The study's code or its answer is on the way. */
  readonly isPending: boolean;
  readonly error: string | null;
  readonly run: Run;
}

const warmUps = 10;

/**
 * Loads a study, evaluates it as the inputs change, here or in a worker, and runs its job on request. The worker reads
 * the study's samples first, while nothing is asked of it, so that the user's own text finds it at speed.
 */
export function useStudy(store: PlanStore, request: StudyRequest, isHeavy: boolean): StudyState {
  const asked = useDeferredValue(request);
  const [study, setStudy] = useState<PlainStudy | null>(null);
  // Until an answer is whole it is of no request.
  const [remote, setRemote] = useState<{
    readonly of: StudyRequest | null;
    readonly view: StudyView | null;
  } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const client = useMemo(() => createStudyClient(), []);
  const [owner] = useState(() => ({}));
  useEffect(() => () => client.close(), [client]);
  useEffect(() => {
    // In a task of its own: fetching takes a while to begin.
    const soon = setTimeout(preloadFigures);
    return () => clearTimeout(soon);
  }, []);

  useEffect(() => {
    let isGone = false;
    store.calculator.study(asked.view)?.then(
      (loaded) => !isGone && setStudy(loaded),
      () =>
        !isGone &&
        setError(
          'This part of the page could not be loaded. Check the connection and reload; your inputs are kept.',
        ),
    );
    return () => {
      isGone = true;
    };
  }, [store, asked.view]);

  useEffect(() => {
    if (!isHeavy) return;
    // Drawing an answer may take several frames; a key pressed meanwhile comes first.
    const drawFirst = (first: StudyView) =>
      startTransition(() =>
        setRemote((before) => ({ of: null, view: withFirst(before?.view ?? null, first) })),
      );
    const drawWhole = (view: StudyView | null) =>
      startTransition(() =>
        setRemote((before) => ({ of: request, view: keptParts(before?.view ?? null, view) })),
      );
    client.evaluate(request, drawFirst).then(
      // A frame later: React would begin the drawing of the first part anew.
      (view) => view !== 'superseded' && drawLater(owner, () => drawWhole(view)),
      (reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason)),
    );
    return () => forget(owner);
  }, [client, request, isHeavy, owner]);

  const isWaitingForText = remote?.of === request && Object.keys(request.attachments).length === 0;
  useEffect(() => {
    if (!isHeavy || !isWaitingForText) return;
    const fields = store.calculator.views.find(({ id }) => id === request.view)?.attachments ?? [];
    const attachments = Object.fromEntries(fields.map(({ id, sample = '' }) => [id, sample]));
    client.warmUp(new Array<StudyRequest>(warmUps).fill({ ...request, attachments })).catch(() => undefined);
  }, [client, store, request, isHeavy, isWaitingForText]);

  const evaluate = useMemo(() => (isHeavy || !study ? null : evaluatorOf(study)), [isHeavy, study]);
  const local = useMemo(() => evaluate?.(asked) ?? null, [evaluate, asked]);
  const run = useRun(client, asked, study?.jobLabel ?? null, setError);
  return {
    view: isHeavy ? (remote?.view ?? null) : local,
    isPending: isHeavy ? remote?.of !== request : study === null,
    error,
    run,
  };
}

/** The figures there are first, before those of the last answer that are still to come anew. */
function withFirst(before: StudyView | null, first: StudyView): StudyView {
  const ids = new Set(first.figures.map(({ id }) => id));
  const others = before?.figures.filter(({ id }) => !ids.has(id)) ?? [];
  return keptParts(before, { ...first, figures: [...first.figures, ...others] });
}

/** Evaluates as the study does, and hands on what did not change as it was, so that it is not drawn anew. */
function evaluatorOf(study: PlainStudy): (request: StudyRequest) => StudyView | null {
  let before: StudyView | null = null;
  return ({ plan, selected, attachments }) => {
    before = keptParts(before, study.evaluate(plan, selected, attachments));
    return before;
  };
}

function useRun(
  client: ReturnType<typeof createStudyClient>,
  request: StudyRequest,
  label: string | null,
  onError: (message: string) => void,
): Run {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [done, setDone] = useState<{ readonly of: StudyRequest; readonly view: StudyView | null } | null>(
    null,
  );
  return {
    label,
    progress,
    result: done?.of === request ? done.view : null,
    cancel: client.stop,
    start() {
      setProgress({ fraction: 0, note: '' });
      client
        .run(request, setProgress)
        .then((view) => setDone({ of: request, view }))
        .catch((reason: unknown) => onError(reason instanceof Error ? reason.message : String(reason)))
        .finally(() => setProgress(null));
    },
  };
}
