import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import { rules } from '../../../../src/sizing/calculators/cloud-controller/rules.ts';
import { firstVisit, resultOf } from './plans.ts';

const guideFile = new URL('../../../../../shared/seeds/003_043c12e2fdafd447.txt', import.meta.url);
const guide = existsSync(guideFile) ? readFileSync(guideFile, 'utf8') : undefined;

const headings = [
  'How Cloud Controller Scaling Works',
  'Scaling in Single-Process Mode',
  'Scaling in Multi-Process Mode',
  'Enable Multi-Process Mode',
  'Migrating from Single-Process to Multi-Process Mode',
  'Examples',
  'Post-Migration Fine-Tuning',
];
/** What the web page prints below the text: icons and a button. */
const furniture = ['check-circle-line exclamation-circle-line close-line', 'Scroll to top icon'];

const guideRules = Object.values(rules).filter((rule) => rule.origin === 'guide');

describe('rules', () => {
  it('has every rule of the register', () => {
    const guided = Array.from({ length: 15 }, (_, index) => `CF-${index + 1}`);
    const released = ['R-1', 'R-2', 'R-3', 'R-4', 'R-11', 'R-12', 'R-13', 'R-14', 'R-15'];
    expect(Object.keys(rules).toSorted()).toEqual(
      [...guided, ...released, 'K4', 'K5', 'K6', 'K7', 'K8'].toSorted(),
    );
  });

  it('gives every rule a quotation and the place it stands in', () => {
    for (const rule of Object.values(rules)) {
      expect(rule.quotes.length, rule.id).toBeGreaterThan(0);
      expect(rule.document, rule.id).not.toBe('');
      expect(rule.section, rule.id).not.toBe('');
    }
  });

  it('has every rule that a field or a preset cites', () => {
    const cited = [...cloudController.params, ...cloudController.presets].flatMap(
      ({ rules: ids }) => ids ?? [],
    );
    expect(cited.filter((id) => !(id in rules))).toEqual([]);
  });

  it.skipIf(!guide)('quotes the guide word for word (skipped where the guide’s text is absent)', () => {
    for (const rule of guideRules) {
      for (const quote of rule.quotes) expect(guide, rule.id).toContain(quote);
    }
  });

  it.skipIf(!guide)('names sections that the guide has (skipped where the guide’s text is absent)', () => {
    for (const rule of guideRules) {
      for (const section of rule.section.split(', ')) expect(headings, rule.id).toContain(section);
    }
    for (const heading of headings) expect(guide).toContain(heading);
  });

  it.skipIf(!guide)('leaves no sentence of the guide out (skipped where the guide’s text is absent)', () => {
    const [table] = resultOf(firstVisit().plan, 'C').referenceTables;
    if (!table) throw new Error('The guide’s table is not shown.');
    const shown = [
      table.columns.slice(1, 5).map((column) => column.label),
      ...table.rows.map((row) => row.cells.slice(0, 5).map((cell) => cell.text)),
    ].map((cells) => cells.join(' '));
    const quotes = guideRules.flatMap((rule) => rule.quotes).toSorted((a, b) => b.length - a.length);
    const missing = (guide ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => ![...headings, ...furniture, ...shown].includes(line))
      .map((line) => quotes.reduce((rest, quote) => rest.replace(quote, ''), line))
      .map((rest) => rest.replace(/^(•|\d+\.|Note)/, '').replaceAll(/[\s.]/g, ''))
      .filter((rest) => rest !== '');
    expect(missing).toEqual([]);
  });
});
