import { memo, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Value } from '../sizing/core/param.ts';
import { InputsForm } from '../ui/panels/inputs-form.tsx';
import { LiveVerdict } from '../ui/shell/live-verdict.tsx';
import { Menu } from '../ui/shell/menu.tsx';
import { Sheet } from '../ui/shell/sheet.tsx';
import { VerdictStrip } from '../ui/shell/verdict-strip.tsx';
import type { SizePageProps } from './size-page.tsx';

interface PlanFormProps extends SizePageProps {
  /** On a narrow screen the form is a sheet, opened when wanted. */
  readonly isSheet: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All inputs of the plan and of the selected option, with the published profiles to start from. */
export const PlanForm = memo(function PlanForm(props: PlanFormProps) {
  const { store, actions, evaluation, result, fix, onDraft, isSheet, isOpen, onClose } = props;
  const { plan, selected } = useStore(store.store);
  const option = plan.options.find((o) => o.letter === selected);
  const params = useMemo(
    () => store.calculator.params.filter((p) => p.view === undefined),
    [store.calculator],
  );
  const setInput = useCallback(
    (name: string, value: Value) => store.setInput(selected, name, value),
    [store, selected],
  );
  if (!option) return null;
  const form = (
    <InputsForm
      groups={store.calculator.groups}
      params={params}
      inputs={{ ...plan.shared, ...option.inputs }}
      notes={evaluation.formNotes}
      autoValues={evaluation.autoValues}
      problems={evaluation.problems[selected] ?? []}
      option={option}
      onChange={setInput}
      onDraft={onDraft}
      onRename={(name) => store.rename(selected, name)}
      tools={
        <Menu
          label="Published profiles"
          icon="book"
          hasWords
          items={store.calculator.presets.map((preset) => ({
            label: preset.label,
            onSelect: () => actions.applyPreset(preset),
          }))}
        />
      }
    />
  );
  if (!isSheet) return form;
  return (
    <Sheet
      title={`Option ${selected}`}
      isOpen={isOpen}
      onClose={onClose}
      strip={
        <>
          <VerdictStrip verdict={result?.verdict ?? null} fix={fix} />
          <LiveVerdict spoken={fix ?? result?.verdict.spoken ?? ''} />
        </>
      }
    >
      {form}
    </Sheet>
  );
});
