import { act, cleanup, render, screen, within } from '@testing-library/react';
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

function open(hash: string) {
  const { browser, storage } = fakeBrowser(hash);
  const workspace = createWorkspace(all, browser);
  const stop = workspace.start();
  const theme = createThemeStore(document.documentElement, browser.storage);
  render(<App workspace={workspace} theme={theme} />);
  return { workspace, storage, stop };
}

/** Everything the form shows of the selected option, by its label: texts, choices, switches. */
function formOnScreen(): Record<string, string> {
  const form = screen.getByRole('form', { name: 'Inputs' });
  const shown: Record<string, string> = {};
  for (const control of within(form).queryAllByRole<HTMLInputElement>('spinbutton'))
    shown[nameOf(control)] = control.value;
  for (const control of within(form).queryAllByRole<HTMLInputElement>('textbox'))
    shown[nameOf(control)] = control.value;
  for (const control of within(form).queryAllByRole<HTMLInputElement>('checkbox'))
    shown[nameOf(control)] = String(control.checked);
  for (const control of within(form).queryAllByRole<HTMLInputElement>('switch'))
    shown[nameOf(control)] = String(control.checked);
  for (const control of within(form).queryAllByRole<HTMLSelectElement>('combobox'))
    shown[nameOf(control)] = control.value;
  for (const control of within(form).queryAllByRole<HTMLInputElement>('radio')) {
    if (control.checked) shown[`${control.name}`] = control.value;
  }
  return shown;
}

function nameOf(control: HTMLElement): string {
  return control.id || control.getAttribute('aria-label') || (control as HTMLInputElement).name;
}

function tableOnScreen(): string[] {
  return screen.getAllByRole('cell').map((cell) => cell.textContent ?? '');
}

describe.each(all.map((c) => [c.id, c] as const))(
  'from screen to link to screen, %s',
  (_, calculator: Calculator) => {
    it('shows the same fields and the same figures for any plan and every option of it', () => {
      fc.assert(
        fc.property(arbitrarySession(calculator), (made) => {
          const session: Session = { ...made, view: 'size' };
          const first = open(toHash(session, calculator));
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

          const second = open(new URL(link).hash);
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
        { numRuns: 6 },
      );
    }, 60_000);

    it('shows each field’s own value after a link that sets only this field', () => {
      const [preset] = calculator.presets;
      if (!preset) throw new Error('no preset');
      for (const param of calculator.params.filter((p) => p.view === undefined && p.kind === 'number')) {
        if (param.kind !== 'number') continue;
        const value = param.default === param.range[0] ? param.range[0] + 1 : param.range[0];
        const key = param.scope === 'shared' ? param.key : `A.${param.key}`;
        const { workspace, stop } = open(`#${calculator.id}?${key}=${value}`);
        const plan = workspace.plans.get(calculator.id)?.store.getState().plan;
        const inputs = param.scope === 'shared' ? plan?.shared : plan?.options[0]?.inputs;
        expect(inputs?.[param.name]).toBe(value);
        const field = document.getElementById(`field-${param.name}`);
        if (field instanceof HTMLInputElement) expect(Number(field.value.replaceAll(',', ''))).toBe(value);
        stop();
        cleanup();
      }
    }, 60_000);
  },
);
