import { describe, expect, it } from 'vitest';
import { defineCalculator, defineFirstPart } from '../../../src/sizing/core/define-calculator.ts';
import type { BarChart, ReferenceTable } from '../../../src/sizing/core/figure.ts';
import { count } from '../../../src/sizing/core/param.ts';
import { planOf } from '../../../src/sizing/core/preset.ts';

const context = { link: 'https://plimsoll.example/#five' };

const firstPart = defineFirstPart({
  id: 'five',
  title: 'Five',
  question: 'How many are four and one?',
  planTitle: 'Sum',
  groups: [{ id: 'g', label: 'G' }],
  params: {
    n: count({
      key: 'n',
      scope: 'option',
      group: 'g',
      label: 'N',
      unit: 'units',
      range: [1, 100],
      default: 4,
    }),
  },
  autos: {},
  problems: () => [],
  size: ({ n }) => n + 1,
  findings: () => [],
  formNotes: () => ({}),
  verdict: ({ selected }) => ({
    state: 'meets',
    stateText: '',
    headline: `They are ${selected.sizing}.`,
    paragraph: [],
    keyFigures: [],
    spoken: '',
  }),
  presets: [{ id: 'p', label: 'P', note: '', rules: [], options: [{ name: 'One', inputs: {} }] }],
  migrations: [],
});

function planOfFirst(calculator: ReturnType<typeof defineCalculator>) {
  const [preset] = calculator.presets;
  if (!preset) throw new Error('no preset');
  return planOf(calculator, preset);
}

describe('defineCalculator', () => {
  it('answers without its later part, with nothing of what that draws', () => {
    const early = defineCalculator(firstPart);
    const { plan, selected } = planOfFirst(early);
    const { result } = early.evaluate(plan, selected);
    expect(result?.verdict.headline).toBe('They are 5.');
    expect(result).toMatchObject({ charts: [], referenceTables: [], findings: [], provenance: [] });
    expect(result?.gauge).toMatchObject({ hulls: [], line: null });
    expect(result?.table.sections).toEqual([]);
    expect(early.exports(plan, selected, context)).toEqual([]);
    expect(early).not.toHaveProperty('importText');
  });

  it('shows the charts, tables and files of its later part, and hands on what reads files', async () => {
    const chart: BarChart = {
      kind: 'bars',
      id: 'c',
      title: 'C',
      subtitle: '',
      valueLabel: 'Units',
      categories: [],
      series: [],
    };
    const table: ReferenceTable = { id: 't', title: 'T', caption: '', rules: [], columns: [], rows: [] };
    const importer = {
      accepts: 'Nothing.',
      destinations: [],
      read: () => {
        throw new Error('not read in this test');
      },
    };
    const gauge = {
      kind: 'load-lines',
      mode: 'load',
      title: 'Units',
      subtitle: '',
      key: '',
      axisLabel: '',
      marginLabel: '',
      line: null,
      hulls: [],
    } as const;
    const whole = defineCalculator(firstPart, {
      rules: {},
      board: () => ({ gauge, table: { sections: [] }, provenance: [], configurations: {} }),
      charts: () => [chart],
      referenceTables: () => [table],
      exports: (_, { link }) => [
        { id: 'f', label: 'F', filename: 'f.txt', content: { kind: 'refused', reason: link } },
      ],
      importText: async () => importer,
    });
    const { plan, selected } = planOfFirst(whole);
    const { result } = whole.evaluate(plan, selected);
    expect(result?.gauge.title).toBe('Units');
    expect(result?.charts).toEqual([chart]);
    expect(result?.referenceTables).toEqual([table]);
    expect(whole.exports(plan, selected, context)).toMatchObject([{ content: { reason: context.link } }]);
    expect(await whole.importText?.()).toBe(importer);
  });
});
