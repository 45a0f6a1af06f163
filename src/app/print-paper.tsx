import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { renderExport } from '../share/render-export.ts';
import type { Calculator, Evaluation, PlainStudy } from '../sizing/core/calculator.ts';
import type { ExportDocument } from '../sizing/core/export-document.ts';
import type { StudyView } from '../sizing/core/study.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { Paper } from '../ui/paper/paper.tsx';
import type { PaperChart } from '../ui/paper/paper-charts.tsx';
import type { PaperFile } from '../ui/paper/paper-files.tsx';
import type { PaperRollout } from '../ui/paper/paper-steps.tsx';
import { later } from '../ui/shell/later.tsx';
import { modelVersion } from './model-version.ts';

export interface PrintPaperProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly calculator: Calculator;
  readonly evaluation: Evaluation;
  /** What to fix, when the form holds an entry that is not in the evaluation. */
  readonly fix: string | undefined;
  /** Whether to ask what to print, as soon as the paper can be written. */
  readonly isAsked: boolean;
  readonly onOpened: () => void;
}

const PrintDialog = later(async () => (await import('./print-dialog.tsx')).PrintDialog);

/** The view whose study says how to get to an option step by step, in the calculators that have it. */
const rolloutView = 'rollout';

/**
 * Writes the change paper when the browser prints, however it was told to, and takes it away afterwards. Where the
 * selected option cannot be sized there is no paper, and the page itself is printed, which says what to fix.
 */
export function PrintPaper(props: PrintPaperProps) {
  const { calculator, evaluation, isAsked, onOpened, store } = props;
  const rollout = useRolloutStudy(calculator);
  const session = useStore(store.store);
  const [preparedAt, setPreparedAt] = useState<Date | null>(null);
  const [charts, setCharts] = useState<ReactNode>(null);
  useEffect(() => {
    const write = () => flushSync(() => setPreparedAt(new Date()));
    const remove = () => {
      setPreparedAt(null);
      setCharts(null);
    };
    addEventListener('beforeprint', write);
    addEventListener('afterprint', remove);
    return () => {
      removeEventListener('beforeprint', write);
      removeEventListener('afterprint', remove);
    };
  }, []);
  // A print cannot wait for the font of the files, which no other view may have asked for.
  useEffect(() => void document.fonts.load('8pt "JetBrains Mono Variable"').catch(() => undefined), []);

  async function print(chosen: readonly PaperChart[]): Promise<void> {
    onOpened();
    if (chosen.length > 0) {
      const { PaperCharts } = await import('../ui/paper/paper-charts.tsx');
      setCharts(<PaperCharts charts={chosen} />);
      setPreparedAt(new Date());
    }
    // Charts are drawn in two steps, and the dialog has to be gone; on `beforeprint` it would be too late for both.
    await nextFrame();
    await nextFrame();
    window.print();
  }

  return (
    <>
      {isAsked && calculator.isWhole && rollout !== 'loading' && (
        <PrintDialog
          calculator={calculator}
          session={session}
          charts={evaluation.result?.charts ?? []}
          onPrint={(chosen) => {
            print(chosen).catch(() => props.workspace.notifyIncomplete());
          }}
          onClose={onOpened}
        />
      )}
      {preparedAt && <PreparedPaper {...props} rollout={rollout} preparedAt={preparedAt} charts={charts} />}
    </>
  );
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

interface PreparedPaperProps extends PrintPaperProps {
  readonly rollout: RolloutStudy;
  readonly preparedAt: Date;
  readonly charts: ReactNode;
}

function PreparedPaper({
  workspace,
  store,
  calculator,
  evaluation,
  fix,
  rollout,
  preparedAt,
  charts,
}: PreparedPaperProps) {
  const state = useStore(store.store);
  const { plan, selected, attachments = {} } = state;
  const { result, problems } = evaluation;
  const link = workspace.linkOf(store);
  const files = useMemo(
    () => calculator.exports(plan, selected, { link }).map(printed),
    [calculator, plan, selected, link],
  );
  if (!result || !calculator.isWhole) return null;
  const options = plan.options.map(({ letter, name }) => {
    const problem = problems[letter]?.[0]?.message;
    const configuration = result.configurations[letter];
    return {
      letter,
      name,
      ...(configuration ? { configuration } : {}),
      ...(problem === undefined ? {} : { problem }),
    };
  });
  return createPortal(
    <Paper
      {...result}
      title={plan.title}
      letter={selected}
      baseline={plan.baseline}
      options={options}
      preparedAt={preparedAt}
      version={`Plimsoll ${modelVersion}, ${calculator.title} version ${calculator.version}`}
      link={link}
      fix={fix}
      rules={calculator.rules}
      rollout={stepsOf(rollout, (study) => study.evaluate(plan, selected, attachments))}
      files={files}
      chartPage={charts}
    />,
    document.body,
  );
}

type RolloutStudy = PlainStudy | 'none' | 'loading' | 'failed';

/** The study is loaded beforehand: a print does not wait. */
function useRolloutStudy(calculator: Calculator): RolloutStudy {
  const [study, setStudy] = useState<RolloutStudy>('loading');
  useEffect(() => {
    let isGone = false;
    const settle = (loaded: RolloutStudy) => !isGone && setStudy(loaded);
    (calculator.study(rolloutView) ?? Promise.resolve<RolloutStudy>('none')).then(settle, () =>
      settle('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [calculator]);
  return study;
}

function stepsOf(
  study: RolloutStudy,
  evaluate: (study: PlainStudy) => StudyView | null,
): PaperRollout | undefined {
  if (study === 'none') return undefined;
  if (study === 'loading' || study === 'failed') return { kind: 'missing' };
  const view = evaluate(study);
  const tables = view?.figures.filter((figure) => figure.kind === 'table') ?? [];
  return view && tables.length > 0 ? { kind: 'steps', verdict: view.verdict, tables } : undefined;
}

/** Prose is read in its own file; what is deployed or compared is printed. */
function printed({ id, label, filename, content }: ExportDocument): PaperFile {
  if (content.kind === 'refused') return { id, label, filename, content };
  if (content.kind === 'text' && content.language === 'markdown')
    return { id, label, filename, content: { kind: 'elsewhere' } };
  const { text } = renderExport(content);
  return { id, label, filename, content: { kind: 'text', text, isDiff: content.kind === 'changes' } };
}
