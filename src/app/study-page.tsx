import { useCallback, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Evaluation, View } from '../sizing/core/calculator.ts';
import type { Edit } from '../sizing/core/finding.ts';
import type { Value } from '../sizing/core/param.ts';
import type { Figure, TextPlace } from '../sizing/core/study.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { StudyFigure } from '../ui/figures/study-figure.tsx';
import { AdvicePanel } from '../ui/findings/advice-panel.tsx';
import { ExportPanel } from '../ui/panels/export-panel.tsx';
import { InputsForm } from '../ui/panels/inputs-form.tsx';
import { VerdictPanel } from '../ui/panels/verdict-panel.tsx';
import { Frame } from '../ui/shell/frame.tsx';
import { LiveVerdict } from '../ui/shell/live-verdict.tsx';
import { AttachmentEditor } from './attachment-editor.tsx';
import { OptionPicker } from './option-picker.tsx';
import { renderDocument } from './render-document.ts';
import { RunPanel } from './run-panel.tsx';
import { StudyForm } from './study-form.tsx';
import type { FieldAsked } from './use-page-actions.ts';
import type { PlanActions } from './use-plan-actions.ts';
import { useStudy } from './use-study.ts';

interface StudyPageProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly view: View;
  readonly evaluation: Evaluation;
  /** What to fix before the selected option can be studied. */
  readonly fix: string | undefined;
  readonly onDraft: (name: string, message: string | null) => void;
  readonly actions: PlanActions;
  readonly fieldAsked: FieldAsked | null;
  readonly onFieldShown: () => void;
}

const none: Readonly<Record<string, string>> = {};
const noMarks: readonly TextPlace[] = [];
const noFigures: readonly Figure[] = [];
/** Figures drawn with the answer; those further down the page follow in a frame of their own. */
const figuresAtOnce = 3;

/** A study: its own inputs, its answer, its figures. Knows no study by name. */
export function StudyPage(props: StudyPageProps) {
  const { workspace, store, view, evaluation, fix, onDraft, actions, fieldAsked, onFieldShown } = props;
  const { calculator } = store;
  const { plan, selected, attachments = none } = useStore(store.store);
  const request = useMemo(
    () => ({ view: view.id, plan, selected, attachments }),
    [view.id, plan, selected, attachments],
  );
  const study = useStudy(store, request, view.isHeavy);
  const shown = study.run.result ?? study.view;
  const params = useMemo(() => calculator.params.filter((p) => p.view === view.id), [calculator, view.id]);
  const groups = calculator.groups.filter((g) => params.some((p) => p.group === g.id));
  const option = plan.options.find((o) => o.letter === selected) ?? plan.options[0];
  const marks = study.view?.marks ?? noMarks;
  const isStale = fix !== undefined || study.isPending;

  const setInput = useCallback(
    (name: string, value: Value) => store.setInput(selected, name, value),
    [store, selected],
  );

  const figures = shown?.figures ?? noFigures;
  const later = useDeferredValue(figures, noFigures);
  const apply = useCallback(
    (edit: Edit) => {
      if (edit.kind === 'open-view') workspace.go(store.calculator.id, edit.view);
      else {
        store.apply(edit);
        workspace.announce('Done.', { label: 'Undo', onAct: store.undo });
      }
    },
    [workspace, store],
  );

  return (
    <Frame
      form={
        <StudyForm
          letter={selected}
          verdict={shown?.verdict ?? null}
          fix={fix}
          fieldAsked={fieldAsked}
          onFieldShown={onFieldShown}
          onSelect={store.select}
          onCopyLink={actions.copyLink}
        >
          <OptionPicker options={plan.options} selected={selected} onSelect={store.select} />
          {option && params.length > 0 && (
            <InputsForm
              groups={groups}
              params={params}
              inputs={{ ...plan.shared, ...option.inputs }}
              notes={{ ...evaluation.formNotes, hints: { ...evaluation.formNotes.hints, ...shown?.hints } }}
              autoValues={evaluation.autoValues}
              problems={evaluation.problems[selected] ?? []}
              option={option}
              onChange={setInput}
              onDraft={onDraft}
              onRename={(name) => store.rename(selected, name)}
            />
          )}
          {view.attachments.map((field) => (
            <AttachmentEditor
              key={field.id}
              field={field}
              text={attachments[field.id] ?? ''}
              marks={marks.filter((mark) => mark.attachment === field.id)}
              onChange={(text) => store.setAttachment(field.id, text)}
            />
          ))}
        </StudyForm>
      }
      main={
        <>
          {study.error !== null && <p role="alert">{study.error}</p>}
          <VerdictPanel verdict={shown?.verdict ?? null} fix={fix} isStale={isStale} />
          {shown && <LiveVerdict spoken={fix ?? shown.verdict.spoken} />}
          {study.run.label !== null && <RunPanel run={study.run} />}
          {[...figures.slice(0, figuresAtOnce), ...later.slice(figuresAtOnce)].map((figure) => (
            <StudyFigure key={figure.id} figure={figure} onEdit={apply} />
          ))}
        </>
      }
      side={
        shown && (
          <>
            <AdvicePanel letter={selected} findings={shown.findings} onEdit={apply} />
            {shown.exports.length > 0 && (
              <ExportPanel
                title={`Files for ${selected}`}
                documents={shown.exports}
                render={renderDocument}
                onCopied={(label) => workspace.announce(`${label} copied.`)}
              />
            )}
          </>
        )
      }
    />
  );
}
