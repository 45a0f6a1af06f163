import { describe, expect, it } from 'vitest';
import { comparisonJson } from '../../src/share/comparison-json.ts';
import { fromHash } from '../../src/share/permalink.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';

/** 400 messages; a consumer of a quorum queue takes 32. */
function jsonOf(query: string) {
  const opened = fromHash(`#sample-queue?${query}`, [sampleCalculator]);
  if (opened?.kind !== 'opened') throw new Error('not opened');
  return comparisonJson(sampleCalculator, opened.session.plan, opened.session.selected);
}

const plainFigure = {
  unit: null,
  note: null,
  formula: null,
  worked: null,
  other: null,
  origins: [],
  rules: [],
};

describe('comparisonJson', () => {
  it('has each figure with its value, formula and rules, each option with what was entered', () => {
    const { findings, options, provenance, rules, verdict } = jsonOf('A.name=Today&A.n=10&B.n=20&sel=B');
    expect(options.map((o) => [o.letter, o.name, o.problems])).toEqual([
      ['A', 'Today', []],
      ['B', 'Option B', []],
    ]);
    expect(options[0]?.inputs).toMatchObject({ nodes: 10, prefetch: 'auto' });
    expect(options[0]?.autoValues).toEqual({ prefetch: 32 });
    expect(options[0]?.configuration).toEqual([]);
    expect(options[0]?.figures).toEqual([
      {
        ...plainFigure,
        section: 'Carries',
        id: 'capacity',
        label: 'All up',
        text: '320',
        value: 320,
        formula: 'Consumers × prefetch',
        worked: '10 × 32 = 320',
        origins: ['guide'],
        rules: ['SQ-1'],
      },
    ]);
    expect(verdict).toMatchObject({
      state: 'meets',
      headline: '20 consumers carry 640 messages.',
      paragraph: 'Each takes up to 32.',
      keyFigures: [{ ...plainFigure, label: 'Carried', text: '640', value: 640 }],
    });
    expect(findings).toEqual([]);
    expect(provenance).toEqual([{ origin: 'guide', text: 'Prefetch per consumer' }]);
    expect(rules.map((rule) => rule.id)).toEqual(['SQ-1']);
  });

  it('has the advice on the selected option with its fix, or null where there is none', () => {
    const finding = {
      id: 'too-few',
      severity: 'blocker',
      title: 'Use 13 consumers',
      text: '320 of 400 messages are carried.',
      rules: ['SQ-1'],
      fix: { label: 'Use 13 consumers', edit: { kind: 'set', inputs: { nodes: 13 } } },
    };
    expect(jsonOf('A.n=10').findings).toEqual([finding]);
    expect(jsonOf('A.n=1&m=100000').findings).toMatchObject([{ title: 'Use 3,125 consumers', fix: null }]);
  });

  it('says what keeps an option from being sized, and has no verdict where it is the selected one', () => {
    const problems = [{ field: 'limit', message: 'Connections allowed: 20 consumers need one each.' }];
    const other = jsonOf('max=15&A.n=10&B.n=20');
    expect(other.options.map((o) => o.problems)).toEqual([[], problems]);
    expect(other.options.map((o) => o.figures.length)).toEqual([1, 0]);
    const own = jsonOf('max=15&A.n=10&B.n=20&sel=B');
    expect(own).toMatchObject({ verdict: null, findings: [], provenance: [], rules: [] });
    expect(own.options.map((o) => [o.figures, o.configuration])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it('has only the rules that are cited, and no number where there is none', () => {
    const [rule] = Object.values(sampleCalculator.rules);
    if (!rule) throw new Error('no rule');
    const uncited = {
      ...sampleCalculator,
      rules: { ...sampleCalculator.rules, 'SQ-2': { ...rule, id: 'SQ-2' } },
    };
    const opened = fromHash('#sample-queue', [uncited]);
    if (opened?.kind !== 'opened') throw new Error('not opened');
    const { plan, selected } = opened.session;
    expect(comparisonJson(uncited, plan, selected).rules.map((r) => r.id)).toEqual(['SQ-1']);
    const endless: typeof uncited = {
      ...uncited,
      evaluate: (of, letter) => {
        const evaluation = uncited.evaluate(of, letter);
        const row = {
          id: 'end',
          label: 'End',
          cells: { A: { text: 'no end', value: Number.POSITIVE_INFINITY } },
        };
        const table = { sections: [{ title: 'Time', rows: [row] }] };
        return { ...evaluation, result: evaluation.result && { ...evaluation.result, table } };
      },
    };
    expect(comparisonJson(endless, plan, selected).options[0]?.figures).toEqual([
      { ...plainFigure, section: 'Time', id: 'end', label: 'End', text: 'no end', value: null },
    ]);
  });
});
