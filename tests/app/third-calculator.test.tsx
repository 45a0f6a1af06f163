import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { App } from '../../src/app/app.tsx';
import { renderExport } from '../../src/share/render-export.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { createThemeStore } from '../../src/state/theme.ts';
import { createWorkspace } from '../../src/state/workspace.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { fakeBrowser } from './fake-browser.ts';

// The parts below the verdict are chunks of their own; loading them is not what is tested here.
beforeAll(() => import('../../src/app/board-part.tsx'));
beforeAll(() => import('../../src/app/side-part.tsx'));
beforeAll(() => import('../../src/app/study-page.tsx'));
beforeAll(() => {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList;
});

/** The registry with one line more. */
const registry = [...calculators, sampleCalculator];

describe('a third calculator, by its folder and one line of the registry', () => {
  it('has form, verdict, gauge, table, advice with a fix, YAML, link and a study', async () => {
    const user = userEvent.setup();
    const { browser } = fakeBrowser('#sample-queue');
    const workspace = createWorkspace(registry, browser);
    workspace.start();
    render(<App workspace={workspace} theme={createThemeStore(document.documentElement, browser.storage)} />);

    expect(screen.getByRole('link', { name: 'Sample queue' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('20 consumers carry 640 messages.');
    expect(await screen.findByRole('img', { name: 'Option B. All up 640.' })).toBeInTheDocument();
    const table = await screen.findByRole('table', { name: /every figure/ });
    expect(within(table).getByText('320')).toBeInTheDocument();

    const field = screen.getByRole('spinbutton', { name: /^Consumers, consumers/ });
    await user.clear(field);
    await user.type(field, '5');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('5 consumers carry 160 messages.');
    await user.click(await screen.findByRole('button', { name: 'Use 13 consumers' }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('13 consumers carry 416 messages.');

    const plan = workspace.plans.get('sample-queue');
    if (!plan) throw new Error('no store');
    expect(workspace.linkOf(plan)).toContain('#sample-queue?v=1&view=size&sel=B&base=A&title=Queue&m=400');
    const { plan: made, selected } = plan.store.getState();
    const [file] = sampleCalculator.exports(made, selected, { link: 'https://plimsoll.example/' });
    if (!file || file.content.kind === 'refused') throw new Error('no file');
    expect(parse(renderExport(file.content).text)).toEqual({
      consumers: 13,
      prefetch: 32,
      vhost: 'main',
      lazy: false,
    });
    expect(await screen.findByText('consumers')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      expect.stringContaining('view=details'),
    );
  }, 60_000);

  it('has a page of its own for its study', async () => {
    const { browser } = fakeBrowser('#sample-queue?view=details&A.name=Mine');
    const workspace = createWorkspace(registry, browser);
    workspace.start();
    render(<App workspace={workspace} theme={createThemeStore(document.documentElement, browser.storage)} />);
    expect(await screen.findByRole('heading', { level: 1, name: 'Mine in detail.' })).toBeInTheDocument();
  });
});
