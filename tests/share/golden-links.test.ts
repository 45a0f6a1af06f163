import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import type { Calculator } from '../../src/sizing/core/calculator.ts';
import type { Inputs } from '../../src/sizing/core/plan.ts';
import { defaultsOf } from '../../src/sizing/core/preset.ts';

const inputs = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const expectation = z.object({
  view: z.string(),
  selected: z.string(),
  baseline: z.string(),
  title: z.string(),
  shared: inputs,
  options: z.array(z.object({ letter: z.string(), name: z.string(), inputs })),
});

const lines = readFileSync(new URL('./golden-links.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('//'));

const golden = lines
  .filter((_, index) => index % 2 === 0)
  .map((link, index) => [link, expectation.parse(JSON.parse(lines[2 * index + 1] ?? ''))] as const);

/** What was written beside a link, and the defaults for inputs that came after it. */
function whole(calculator: Calculator, scope: 'shared' | 'option', written: Inputs): Inputs {
  const known = calculator.params.filter((p) => p.scope === scope).map((p) => p.name);
  for (const name of Object.keys(written)) expect(known).toContain(name);
  return { ...defaultsOf(calculator, scope), ...written };
}

function calculatorOf(link: string, among: readonly Calculator[]): Calculator {
  const found = among.find((c) => link.startsWith(`#${c.id}?`));
  if (!found) throw new Error(`no calculator for ${link}`);
  return found;
}

/** The calculators and versions whose step to the next version no link takes. */
function untrodden(among: readonly Calculator[], links: readonly string[]): readonly string[] {
  const versions = links.flatMap((link) => {
    const version = /[?&]v=(\d+)(?:&|$)/.exec(link)?.[1];
    return version === undefined ? [] : [`${calculatorOf(link, among).id} ${version}`];
  });
  return among.flatMap((c) =>
    c.migrations.map((_, index) => `${c.id} ${index + 1}`).filter((step) => !versions.includes(step)),
  );
}

describe('golden links', () => {
  it.each(golden)('%.60s… opens with exactly the inputs written beside it', (link, expected) => {
    const opened = fromHash(link, calculators);
    if (opened?.kind !== 'opened') throw new Error(`not opened: ${opened?.message}`);
    const calculator = calculatorOf(link, calculators);
    const { plan, selected, view } = opened.session;
    expect(opened.notes).toEqual([]);
    expect({ ...plan, selected, view }).toEqual({
      ...expected,
      calculator: calculator.id,
      shared: whole(calculator, 'shared', expected.shared),
      options: expected.options.map((o) => ({ ...o, inputs: whole(calculator, 'option', o.inputs) })),
    });
  });

  it('are shared again unchanged while their version is the current one', () => {
    for (const [link] of golden) {
      const calculator = calculatorOf(link, calculators);
      const opened = fromHash(link, calculators);
      if (opened?.kind !== 'opened') throw new Error('not opened');
      if (link.includes(`?v=${calculator.version}&`)) expect(toHash(opened.session, calculator)).toBe(link);
    }
  });

  it('has links of every calculator, with a version and without', () => {
    for (const { id } of calculators) {
      const links = golden.map(([link]) => link).filter((link) => link.startsWith(`#${id}?`));
      expect(links.some((link) => link.includes('?v=1&') && link.endsWith('&end'))).toBe(true);
      expect(links.some((link) => !/[?&]v=/.test(link))).toBe(true);
    }
  });

  it('takes every migration at least once', () => {
    expect(
      untrodden(
        calculators,
        golden.map(([link]) => link),
      ),
    ).toEqual([]);
  });

  it('would name a migration that no link takes', () => {
    const migrated = calculators.map((c) => ({ ...c, migrations: [...c.migrations, <T>(raw: T): T => raw] }));
    const [first] = migrated;
    const last = `${first?.id} ${first?.migrations.length}`;
    expect(untrodden(migrated, ['#cloud-controller?v=99&end'])).toContain(last);
    expect(untrodden(migrated, [`#${first?.id}?v=${first?.migrations.length}&end`])).not.toContain(last);
  });
});
