import { useRef } from 'react';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { saveText } from '../ui/panels/save-text.ts';
import { Menu } from '../ui/shell/menu.tsx';
import { openPlanFile } from './open-plan-file.ts';
import { savePlanFile } from './save-plan-file.ts';
import { useIsNarrow } from './use-is-narrow.ts';

interface PlanMenuProps {
  readonly workspace: Workspace;
  readonly plan: PlanStore | undefined;
  readonly onImport: () => void;
  readonly onPrint: () => void;
  readonly onCopyLink: () => void;
  readonly onHelp: () => void;
  readonly onCommands: () => void;
}

/** Plans as files, and back to one's own; on a narrow screen also what the header has no room for. */
export function PlanMenu(props: PlanMenuProps) {
  const { workspace, plan, onImport, onPrint, onCopyLink, onHelp, onCommands } = props;
  const isNarrow = useIsNarrow();
  const setAside = plan && workspace.setAside(plan);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu
        label="Plan"
        icon="file"
        hasWords
        isIconWhenNarrow
        items={[
          ...(plan && isNarrow
            ? [
                { label: 'Import YAML', onSelect: onImport },
                { label: 'Print paper', onSelect: onPrint },
                { label: 'Copy link', onSelect: onCopyLink },
                { label: 'Help and guide rules', onSelect: onHelp },
              ]
            : []),
          ...(plan ? [{ label: 'Save as file', onSelect: () => void savePlanFile(plan) }] : []),
          { label: 'Open a file', onSelect: () => file.current?.click() },
          ...(plan?.store.getState().origin === 'opened'
            ? [
                { label: 'Keep in this browser', onSelect: () => workspace.keep(plan) },
                { label: 'Back to my last plan', onSelect: () => workspace.openMyLast() },
              ]
            : []),
          ...(setAside
            ? [{ label: 'Save the text set aside', onSelect: () => saveText(setAside.name, setAside.text) }]
            : []),
          { label: 'All commands', shortcut: 'Ctrl K', onSelect: onCommands },
        ]}
      />
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Plan file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) void openPlanFile(workspace, chosen);
        }}
      />
    </>
  );
}
