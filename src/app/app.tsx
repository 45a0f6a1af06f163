import { Suspense, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { ThemeStore } from '../state/theme.ts';
import type { Workspace } from '../state/workspace.ts';
import { Button } from '../ui/shell/button.tsx';
import { Header } from '../ui/shell/header.tsx';
import { keyText } from '../ui/shell/key-text.ts';
import { later } from '../ui/shell/later.tsx';
import { SkipLinks } from '../ui/shell/skip-links.tsx';
import { StatusRegion } from '../ui/shell/status-region.tsx';
import { CalculatorPage } from './calculator-page.tsx';
import { NoticeBanner } from './notice-banner.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { startPage } from './start-page-part.tsx';
import { usePageActions } from './use-page-actions.ts';
import { usePlanActions } from './use-plan-actions.ts';
import { useShortcuts } from './use-shortcuts.ts';

// None is part of a plan's first screen.
const ImportDialog = later(async () => (await import('./import-dialog.tsx')).ImportDialog);
const LinkDialog = later(async () => (await import('./link-dialog.tsx')).LinkDialog);
const PlanPalette = later(async () => (await import('./palette/plan-palette.tsx')).PlanPalette);

interface AppProps {
  readonly workspace: Workspace;
  readonly theme: ThemeStore;
}

/** The whole page: header, what the user should know, and the start page or a calculator. */
export function App({ workspace, theme: themeStore }: AppProps) {
  const { theme } = useStore(themeStore);
  const { calculators, current, notices, status } = useStore(workspace.app);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [refusedLink, setRefusedLink] = useState<string | null>(null);
  const plan = current === null ? undefined : workspace.plans.get(current);
  const actions = usePlanActions(workspace, plan, setRefusedLink);
  const page = usePageActions(workspace, plan);
  const openPalette = useCallback(() => setIsPaletteOpen(true), []);
  useShortcuts(plan, actions, openPalette);

  return (
    <>
      <SkipLinks />
      <Header
        calculators={workspace.all.map(({ id, title }) => {
          // By name alone: it leads to the plan as it is then, not as it was when this was drawn.
          return { id, title, href: `#${id}` };
        })}
        current={current ?? ''}
        canUndo={actions.canUndo}
        canRedo={actions.canRedo}
        onUndo={actions.undo}
        onRedo={actions.redo}
        onCopyLink={plan && actions.copyLink}
        theme={theme}
        onTheme={(chosen) => themeStore.setState({ theme: chosen })}
        onHelp={plan && (() => page.openRules(''))}
        menu={
          <PlanMenu
            workspace={workspace}
            plan={plan}
            onImport={page.openImport}
            onPrint={page.print}
            onCopyLink={actions.copyLink}
            onHelp={() => page.openRules('')}
            onCommands={openPalette}
          />
        }
      >
        {plan && (
          <Button icon="import" isIconWhenNarrow onClick={page.openImport}>
            Import YAML
          </Button>
        )}
        {plan && (
          <Button
            icon="print"
            isIconWhenNarrow
            title={`Print paper (${keyText('Ctrl P')})`}
            onClick={page.print}
          >
            Print paper
          </Button>
        )}
      </Header>
      {notices.map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} onDismiss={() => workspace.dismiss(notice.id)} />
      ))}
      {plan ? (
        <CalculatorPage
          key={plan.calculator.id}
          workspace={workspace}
          plan={plan}
          actions={actions}
          page={page}
        />
      ) : (
        current === null && (
          <Suspense fallback={null}>
            <startPage.Component calculators={calculators} onOpen={workspace.go} />
          </Suspense>
        )
      )}
      <StatusRegion message={status} onDone={workspace.clearStatus} />
      {plan && page.isImportOpen && (
        <ImportDialog
          workspace={workspace}
          store={plan}
          calculator={calculators.find((c) => c.id === current) ?? plan.calculator}
          onClose={page.closeImport}
        />
      )}
      {isPaletteOpen && (
        <PlanPalette
          workspace={workspace}
          store={plan}
          actions={actions}
          theme={themeStore}
          page={page}
          recent={recent}
          onUsed={(id) => setRecent((before) => [id, ...before.filter((b) => b !== id)].slice(0, 6))}
          onClose={() => setIsPaletteOpen(false)}
        />
      )}
      {refusedLink !== null && <LinkDialog link={refusedLink} onClose={() => setRefusedLink(null)} />}
    </>
  );
}
