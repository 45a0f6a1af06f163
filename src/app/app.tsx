import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import type { ThemeStore } from '../state/theme.ts';
import type { Workspace } from '../state/workspace.ts';
import { Banner } from '../ui/shell/banner.tsx';
import { Button } from '../ui/shell/button.tsx';
import { Header } from '../ui/shell/header.tsx';
import { SkipLinks } from '../ui/shell/skip-links.tsx';
import { StatusRegion } from '../ui/shell/status-region.tsx';
import { CalculatorPage } from './calculator-page.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { usePlanActions } from './use-plan-actions.ts';
import { useShortcuts } from './use-shortcuts.ts';

// Neither is part of a plan's first screen.
const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }));
const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }));
const StartPage = lazy(async () => ({ default: (await import('./start-page.tsx')).StartPage }));

interface AppProps {
  readonly workspace: Workspace;
  readonly theme: ThemeStore;
}

/** The whole page: header, what the user should know, and the start page or a calculator. */
export function App({ workspace, theme: themeStore }: AppProps) {
  const { theme } = useStore(themeStore);
  const { calculators, current, notices, status } = useStore(workspace.app);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isImportOpen, setIsImportOpen] = useState(false);
  const [isPrintAsked, setIsPrintAsked] = useState(false);
  const [refusedLink, setRefusedLink] = useState<string | null>(null);
  const plan = current === null ? undefined : workspace.plans.get(current);
  const actions = usePlanActions(workspace, plan, setRefusedLink);
  useShortcuts(plan, actions);

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
        onHelp={plan && (() => setIsHelpOpen(true))}
      >
        {plan && (
          <Button icon="import" isIconWhenNarrow onClick={() => setIsImportOpen(true)}>
            Import YAML
          </Button>
        )}
        {plan && (
          <Button
            icon="print"
            isIconWhenNarrow
            title="Print paper (Ctrl P)"
            onClick={() => setIsPrintAsked(true)}
          >
            Print paper
          </Button>
        )}
        <PlanMenu workspace={workspace} plan={plan} />
      </Header>
      {notices.map((notice) => (
        <Banner
          key={notice.id}
          tone={notice.severity}
          title={notice.title}
          actions={notice.actions?.map(({ label, run }) => (
            <Button key={label} size="small" onClick={run}>
              {label}
            </Button>
          ))}
          onDismiss={() => workspace.dismiss(notice.id)}
        >
          {notice.lines.length === 1 && <p>{notice.lines[0]}</p>}
          {notice.lines.length > 1 && (
            <ul>
              {notice.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Banner>
      ))}
      {plan ? (
        <CalculatorPage
          key={plan.calculator.id}
          workspace={workspace}
          plan={plan}
          actions={actions}
          isHelpOpen={isHelpOpen}
          onHelpClosed={() => setIsHelpOpen(false)}
          isPrintAsked={isPrintAsked}
          onPrintOpened={() => setIsPrintAsked(false)}
        />
      ) : (
        current === null && (
          <Suspense fallback={null}>
            <StartPage calculators={calculators} onOpen={workspace.go} />
          </Suspense>
        )
      )}
      <StatusRegion message={status} onDone={workspace.clearStatus} />
      {plan && isImportOpen && (
        <Suspense fallback={null}>
          <ImportDialog
            workspace={workspace}
            store={plan}
            calculator={calculators.find((c) => c.id === current) ?? plan.calculator}
            onClose={() => setIsImportOpen(false)}
          />
        </Suspense>
      )}
      {refusedLink !== null && (
        <Suspense fallback={null}>
          <LinkDialog link={refusedLink} onClose={() => setRefusedLink(null)} />
        </Suspense>
      )}
    </>
  );
}
