import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Banner } from '../../../src/ui/shell/banner.tsx';
import { Header } from '../../../src/ui/shell/header.tsx';
import { RulesDialog } from '../../../src/ui/shell/rules-dialog.tsx';
import { Sheet } from '../../../src/ui/shell/sheet.tsx';
import { ThemeSwitch } from '../../../src/ui/shell/theme-switch.tsx';
import { ViewTabs } from '../../../src/ui/shell/view-tabs.tsx';
import { testRules } from '../rules.ts';

describe('Header', () => {
  it('says which calculator is on the page and undoes only when there is something to undo', async () => {
    const onUndo = vi.fn();
    const onRedo = vi.fn();
    render(
      <Header
        calculators={[
          { id: 'cc', title: 'Cloud Controller', href: '#cc' },
          { id: 'heat', title: 'Heat orchestration', href: '#heat' },
        ]}
        current="heat"
        canUndo={true}
        canRedo={false}
        onUndo={onUndo}
        onRedo={onRedo}
        onCopyLink={() => {}}
        theme="system"
        onTheme={() => {}}
        onHelp={() => {}}
      />,
    );
    const calculators = screen.getByRole('navigation', { name: 'Calculator' });
    expect(within(calculators).getByRole('link', { current: 'page' })).toHaveTextContent(
      'Heat orchestration',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Redo' })).toBeDisabled();
  });
});

describe('ThemeSwitch', () => {
  it.each([
    ['system', 'light'],
    ['light', 'dark'],
    ['dark', 'system'],
  ] as const)('goes from %s to %s', async (theme, next) => {
    const onTheme = vi.fn();
    render(<ThemeSwitch theme={theme} onTheme={onTheme} />);
    await userEvent.click(screen.getByRole('button', { name: /^Theme/ }));
    expect(onTheme).toHaveBeenCalledWith(next);
  });
});

describe('ViewTabs', () => {
  function setUp() {
    const onTitle = vi.fn();
    const onView = vi.fn();
    render(
      <ViewTabs
        views={[
          { id: 'size', title: 'Size and compare', href: '#size' },
          { id: 'solve', title: 'Solve', href: '#solve' },
        ]}
        current="size"
        title="API tier"
        onTitle={onTitle}
        onView={onView}
        status="4 options, saved in this browser"
      />,
    );
    const box = screen.getByRole('textbox', { name: 'Plan title' });
    return { user: userEvent.setup(), onTitle, onView, box };
  }

  it('shows the view that is clicked, and leaves a click with Ctrl to the browser', async () => {
    const { user, onView } = setUp();
    await user.keyboard('{Control>}');
    await user.click(screen.getByRole('link', { name: 'Solve' }));
    expect(onView).not.toHaveBeenCalled();
    await user.keyboard('{/Control}');
    await user.click(screen.getByRole('link', { name: 'Size and compare' }));
    expect(onView).not.toHaveBeenCalled();
    await user.click(screen.getByRole('link', { name: 'Solve' }));
    expect(onView).toHaveBeenCalledExactlyOnceWith('solve');
  });

  it('moves among the views by arrow keys', async () => {
    const { user } = setUp();
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Size and compare');
    screen.getByRole('link', { name: 'Size and compare' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('link', { name: 'Solve' })).toHaveFocus();
  });

  it('renames the plan on Enter', async () => {
    const { user, onTitle, box } = setUp();
    await user.type(box, ' 2{Enter}');
    expect(onTitle.mock.calls).toEqual([['API tier 2']]);
  });

  it('gives the old title back on Escape, and instead of none', async () => {
    const { user, onTitle, box } = setUp();
    await user.type(box, ' 2{Escape}');
    expect(box).toHaveValue('API tier');
    await user.clear(box);
    await user.tab();
    expect(box).toHaveValue('API tier');
    expect(onTitle).not.toHaveBeenCalled();
  });
});

describe('RulesDialog', () => {
  it('lists the rules with their quotes and finds them by any word of them', async () => {
    const user = userEvent.setup();
    render(<RulesDialog rules={testRules} isOpen={true} onClose={() => {}} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'job OUTNUMBER');
    expect(screen.queryAllByRole('listitem')).toHaveLength(0);
    expect(screen.getByText('No rule has “job OUTNUMBER”.')).toBeVisible();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'outnumber');
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('T-1');
    expect(screen.getByText('Workers must not outnumber the cores.').tagName).toBe('BLOCKQUOTE');
  });

  it('has nothing in the page while it is closed', () => {
    render(<RulesDialog rules={testRules} isOpen={false} onClose={() => {}} />);
    expect(screen.queryByText('T-1')).not.toBeInTheDocument();
  });
});

describe('Sheet', () => {
  it('keeps the verdict in sight below its content, and closes', async () => {
    const onClose = vi.fn();
    render(
      <Sheet title="Option C" isOpen={true} onClose={onClose} strip="C carries 416.">
        Inputs
      </Sheet>,
    );
    expect(screen.getByRole('dialog', { name: 'Option C' })).toHaveTextContent('C carries 416.');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(onClose).toHaveBeenCalled();
  });
});

describe('Banner', () => {
  it('is a region by its title, with its tone in words and a way to dismiss it', async () => {
    const onDismiss = vi.fn();
    render(
      <Banner tone="caution" title="This link is incomplete." onDismiss={onDismiss}>
        Nothing was changed.
      </Banner>,
    );
    const region = screen.getByRole('region', { name: 'This link is incomplete.' });
    expect(within(region).getByRole('img', { name: 'Caution' })).toBeVisible();
    await userEvent.click(within(region).getByRole('button', { name: 'Dismiss' }));
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});
