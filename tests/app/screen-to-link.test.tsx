import { act, cleanup, render } from '@testing-library/react';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { App } from '../../src/app/app.tsx';
import { toHash } from '../../src/share/permalink.ts';
import type { Session } from '../../src/share/session.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import type { Calculator } from '../../src/sizing/core/calculator.ts';
import { createThemeStore } from '../../src/state/theme.ts';
import { createWorkspace } from '../../src/state/workspace.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { arbitrarySession } from '../share/arbitrary-session.ts';
import { fakeBrowser } from './fake-browser.ts';

const all = [...calculators, sampleCalculator];

beforeAll(() => {
  window.matchMedia ??= (query: string) =>
    // jsdom lays nothing out; the page needs to know only that it is wide.
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList;
});

async function open(hash: string) {
  const { browser, storage } = fakeBrowser(hash);
  const workspace = createWorkspace(all, browser);
  const stop = workspace.start();
  const theme = createThemeStore(document.documentElement, browser.storage);
  render(<App workspace={workspace} theme={theme} />);
  // The board is a chunk of its own; a plan that cannot be sized shows none, so there is nothing to wait for by name.
  await act(() => import('../../src/app/board-part.tsx').then(() => new Promise((done) => setTimeout(done))));
  return { workspace, storage, stop };
}

/** Everything the form shows of the selected option, by its control: texts, choices, switches. */
function formOnScreen(): Record<string, string> {
  const shown: Record<string, string> = {};
  // By role would be the habit, but working out the roles of a thousand elements takes jsdom seconds.
  for (const control of document.querySelectorAll<HTMLInputElement>('form input, form select')) {
    if (control.type === 'radio' && !control.checked) continue;
    // A radio's own name is made up anew for each drawing; its group's id or legend stays.
    const group = control.closest('[id^="field-"]')?.id ?? control.closest('fieldset')?.textContent ?? '';
    const name = control.type === 'radio' ? group : control.id;
    shown[name] = control.type === 'checkbox' ? String(control.checked) : control.value;
  }
  return shown;
}

function tableOnScreen(): string[] {
  return [...document.querySelectorAll('main table td')].map((cell) => cell.textContent ?? '');
}

describe.each(all.map((c) => [c.id, c] as const))(
  'from screen to link to screen, %s',
  (_, calculator: Calculator) => {
    it('shows the same fields and the same figures for any plan and every option of it', async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySession(calculator), async (made) => {
          cleanup();
          const session: Session = { ...made, view: 'size' };
          const first = await open(toHash(session, calculator));
          const store = first.workspace.plans.get(calculator.id);
          if (!store) throw new Error('no store');
          const before = session.plan.options.map(({ letter }) => {
            act(() => store.select(letter));
            return formOnScreen();
          });
          act(() => store.select(session.selected));
          const table = tableOnScreen();
          const link = first.workspace.linkOf(store);
          first.stop();
          cleanup();

          const second = await open(new URL(link).hash);
          const again = second.workspace.plans.get(calculator.id);
          if (!again) throw new Error('no store');
          expect(tableOnScreen()).toEqual(table);
          session.plan.options.forEach(({ letter }, index) => {
            act(() => again.select(letter));
            expect(formOnScreen()).toEqual(before[index]);
            expect(Object.keys(before[index] ?? {}).length).toBeGreaterThan(3);
          });
          second.stop();
          cleanup();
        }),
        { numRuns: 4 },
      );
    }, 60_000);

    it('shows each field’s own value after a link that sets only this field', async () => {
      const [preset] = calculator.presets;
      if (!preset) throw new Error('no preset');
      for (const param of calculator.params.filter((p) => p.view === undefined && p.kind === 'number')) {
        if (param.kind !== 'number') continue;
        const value = param.default === param.range[0] ? param.range[0] + 1 : param.range[0];
        const key = param.scope === 'shared' ? param.key : `A.${param.key}`;
        const { workspace, stop } = await open(`#${calculator.id}?${key}=${value}`);
        const plan = workspace.plans.get(calculator.id)?.store.getState().plan;
        const inputs = param.scope === 'shared' ? plan?.shared : plan?.options[0]?.inputs;
        expect(inputs?.[param.name]).toBe(value);
        const field = document.getElementById(`field-${param.name}`);
        if (field instanceof HTMLInputElement)
          expect([param.name, Number(field.value.replaceAll(',', ''))]).toEqual([param.name, value]);
        stop();
        cleanup();
      }
    }, 60_000);
  },
);
