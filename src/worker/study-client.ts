import { proxy, type Remote, wrap } from 'comlink';
import type { ImportRequest, ImportResult } from '../sizing/core/import.ts';
import type { StudyView } from '../sizing/core/study.ts';
import type { Progress, StudyRequest, StudyWorker } from './study-worker.ts';

export interface StudyClient extends ReturnType<typeof createStudyClient> {}

/** A worker for one page's studies. Of evaluations asked for while one is under way, only the latest is done. */
export function createStudyClient(
  createWorker: () => Worker = () =>
    new Worker(new URL('./study-worker.ts', import.meta.url), { type: 'module', name: 'studies' }),
) {
  let worker: Worker | undefined;
  let remote: Remote<StudyWorker> | undefined;
  let current: Promise<unknown> | undefined;
  let latest = 0;

  function remoteWorker(): Remote<StudyWorker> {
    if (!remote) {
      worker = createWorker();
      remote = wrap<StudyWorker>(worker);
    }
    return remote;
  }

  return {
    /**
     * The study's view; `'superseded'` when a later request came in before this one's turn. `onFirst` is given what of
     * it is looked at first, as soon as that is there.
     */
    async evaluate(
      request: StudyRequest,
      onFirst?: (view: StudyView) => void,
    ): Promise<StudyView | null | 'superseded'> {
      latest += 1;
      const turn = latest;
      await current?.catch(() => undefined);
      if (turn !== latest) return 'superseded';
      const answer = remoteWorker().evaluate(
        request,
        onFirst && proxy((view: StudyView) => turn === latest && onFirst(view)),
      );
      current = answer;
      const view = await answer;
      return turn === latest ? view : 'superseded';
    },

    /** Works out views that nobody waits for, one after the other, until the first that somebody does wait for. */
    async warmUp(requests: readonly StudyRequest[]): Promise<void> {
      const turn = latest;
      for (const request of requests) {
        await current?.catch(() => undefined);
        if (turn !== latest) return;
        current = remoteWorker().warmUp(request);
        await current;
      }
    },

    run(request: StudyRequest, onProgress: (progress: Progress) => void): Promise<StudyView | null> {
      return remoteWorker().run(request, proxy(onProgress));
    },

    readText: (text: string, request: ImportRequest): Promise<ImportResult | null> =>
      remoteWorker().readText(text, request),

    /** Ends a run early; its promise resolves with what was finished. */
    stop: (): void => void remote?.stop(),

    close(): void {
      worker?.terminate();
      worker = undefined;
      remote = undefined;
    },
  };
}
