import { describe, expect, it } from 'vitest';
import { heat } from '../../../../../../src/sizing/calculators/heat/index.ts';
import { templateAttachments } from '../../../../../../src/sizing/calculators/heat/studies/template/attachments.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { planWith, ranksOf } from '../../plans.ts';
import { chainOf, groupsBehindRoot, server, templateOf } from '../template-texts.ts';
import { figureOf, findingIn, viewOf } from '../view-of.ts';

const head = 'heat_template_version: 2018-08-31\n';
const four: Inputs = { engineWorkers: 4 };
const eight: Inputs = { engineWorkers: 8 };
const view = (
  template: string,
  shared: Inputs = {},
  options: readonly Inputs[] = [four],
  durations = '',
  selected: Letter = 'A',
) =>
  viewOf('template', planWith({ controllers: 3, ...shared }, ...options), { template, durations }, selected);

describe('template view, figures', () => {
  const all = [
    'template-graph',
    'template-guide',
    'template-upstream',
    'template-options',
    'template-workers',
    'template-shape',
    'template-chain',
    'template-durations',
  ];

  it('are all there for a template, and the parameters where one has no value', () => {
    const ids = (template: string) => view(template).figures.map(({ id }) => id);
    expect(ids(templateOf(1, server))).toEqual(all);
    const open = `${head}parameters: { n: { type: string } }\nresources: { a: { type: X } }\n`;
    expect(ids(open)).toEqual([...all, 'template-parameters']);
  });

  it('are shape and seconds without one, problems and seconds where it cannot be read', () => {
    const empty = view(' \n ');
    expect(empty.figures.map(({ id }) => id)).toEqual(['template-shape', 'template-durations']);
    expect([empty.findings, empty.exports]).toEqual([[], []]);
    const broken = view('resources: [');
    expect(broken.figures.map(({ id }) => id)).toEqual(['template-problems', 'template-durations']);
    expect(broken.findings[0]?.severity).toBe('blocker');
    for (const one of [empty, broken, view(templateOf(1, server))])
      expect(one.hints).toEqual({ templateWorkers: 'Option A has 12. Empty: each option’s own.' });
  });

  it('show a worker and a task of the guide for each of the option, one without convergence', () => {
    const lanes = (own: Inputs) => figureOf(view(chainOf(2), {}, [own]), 'gantt', 'template-guide').lanes;
    expect(lanes({ engineWorkers: 4, tasksPerWorker: 2 })).toHaveLength(24);
    expect(lanes({ engineWorkers: 4, tasksPerWorker: 2, convergence: false })).toEqual(['worker 1']);
  });

  it('say what bounds the time by the guide, or that nothing takes time', () => {
    const subtitle = (durations: string) =>
      figureOf(view(chainOf(2), {}, [four], durations), 'gantt', 'template-guide').subtitle;
    expect(subtitle(`${server}: 0`)).toBe('A worker does one resource at a time. No resource takes time.');
    expect(subtitle(`${server}: 1`)).not.toContain('No resource takes time');
  });

  it('name the slots of processes by the source code', () => {
    // Two independent servers of 30 s, the second a second after the first.
    const one = view(templateOf(2, server), { controllers: 1 }, [{ engineWorkers: 1, executorThreads: 2 }]);
    const { lanes } = figureOf(one, 'gantt', 'template-upstream');
    expect(lanes).toEqual(['process 1, slot 1', 'process 1, slot 2']);
  });

  it('draw shapes with the mean of the template’s seconds', () => {
    // 10 and 30 s.
    const template = `${head}resources: { a: { type: A }, b: { type: B } }\n`;
    const subtitle = (text: string) =>
      figureOf(view(text, {}, [four], 'A: 10\nB: 30'), 'xy', 'template-shape').subtitle;
    expect(subtitle(template)).toMatch(/20 s each, 12 workers\.$/);
    expect(subtitle(`${head}resources: {}\n`)).toMatch(/0 s each, 12 workers\.$/);
  });
});

describe('template view, options in the chart of workers', () => {
  const places = (template: string, reckonBy: string, own: Inputs = four) =>
    figureOf(view(template, { reckonBy, controllers: 1 }, [own]), 'xy', 'template-workers').places;

  it('stand at the time of the reckoning that the plan has', () => {
    const answer = view(chainOf(2), { controllers: 1 }).verdict.keyFigures;
    const numberAt = (label: string) => answer.find((figure) => figure.label === label)?.cell.value;
    expect(places(chainOf(2), 'guide').map(({ y }) => y)).toEqual([60]);
    expect(numberAt('By the guide')).toBe(60);
    expect(places(chainOf(2), 'upstream').map(({ y }) => y)).toEqual([numberAt('By the source code')]);
    expect(numberAt('By the source code')).toBeGreaterThan(60);
  });

  it('are left out where the stack never ends by it', () => {
    // Measured: 8 groups at once never end in one process of 4 slots.
    const template = groupsBehindRoot(8);
    const own = { engineWorkers: 1, executorThreads: 4 };
    expect(places(template, 'upstream', own)).toEqual([]);
    expect(places(template, 'guide', own)).toHaveLength(1);
  });
});

describe('optionTable', () => {
  const tableOf = (shared: Inputs = {}) =>
    figureOf(view(chainOf(2), shared, [four, eight], `${server}: 20`, 'B'), 'table', 'template-options');

  it('has the template on every option', () => {
    const { rows, subtitle } = tableOf();
    expect(rows.map(({ cells, isMarked, letter }) => [letter, isMarked, cells[0], cells[1]])).toEqual([
      ['A', false, { text: 'Option 1', value: null }, { text: '12', value: 12 }],
      ['B', true, { text: 'Option 2', value: null }, { text: '24', value: 24 }],
    ]);
    expect(rows[0]?.cells[2]).toMatchObject({ text: '0:40', value: 40 });
    expect(rows[0]?.cells[4]?.value).toBeNull();
    expect(subtitle).toContain('picture the engine differently');
  });

  it('says so where all are replayed with the same workers', () => {
    const { rows, subtitle } = tableOf({ templateWorkers: 5 });
    expect(subtitle).toContain('Replayed with 5 engine workers in all');
    expect(rows.map(({ cells }) => cells[1]?.value)).toEqual([5, 5]);
  });
});

describe('template view, form', () => {
  it('says which numbers of the form differ, and that they agree after they were taken', () => {
    const finding = findingIn(view(chainOf(3), {}, [four], `${server}: 20`), 'template-to-form');
    expect(finding).toMatchObject({ severity: 'note', rules: ['M1', 'M2'] });
    expect(finding?.text).toBe(
      'This template is 3 resources of 20 s in the mean, 1 that wait for nothing, 3 in a chain (1:00 in the form, 1:00 here).',
    );
    const taken = { resources: 3, secondsPerResource: 20, longestChain: 3, leaves: 1 };
    expect(findingIn(view(chainOf(3), taken, [four], `${server}: 20`), 'template-in-form')).toMatchObject({
      severity: 'fine',
      text: '3 resources of 20 s in the mean, 1 that wait for nothing, 3 in a chain (1:00 in the form, 1:00 here).',
      rules: ['M1', 'M2'],
    });
  });

  it('has nothing for the form of a template that creates nothing', () => {
    const ids = view(`${head}resources: {}\n`).findings.map(({ id }) => id);
    expect(ids).not.toContain('template-to-form');
    expect(ids).not.toContain('template-in-form');
  });

  it('keeps the limit at exactly as many resources', () => {
    expect(
      findingIn(view(templateOf(50, server), { maxResourcesPerStack: 50 }), 'template-limit'),
    ).toBeUndefined();
    expect(
      findingIn(view(templateOf(51, server), { maxResourcesPerStack: 50 }), 'template-limit'),
    ).toMatchObject({
      severity: 'blocker',
      rules: ['HT-7', 'R-10'],
      fix: { label: 'Allow 51' },
    });
  });

  it('has the worst finding first, from whichever text it is', () => {
    const plan = planWith({ controllers: 1, maxResourcesPerStack: 1 }, { engineWorkers: 1 });
    const { findings } = viewOf('template', plan, {
      template: chainOf(3),
      parameters: 'n: 1',
      durations: 'x',
    });
    const ranks = ranksOf(findings);
    expect(ranks[0]).toBe(0);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['template-limit', 'parameter-problem-1', 'durations-1']),
    );
  });

  it('asks for seconds of each type once, and not for those given', () => {
    const template = `${head}resources: { a: { type: A }, b: { type: B }, c: { type: A } }\n`;
    const assumed = (durations: string) =>
      findingIn(view(template, {}, [four], durations), 'template-durations');
    expect(assumed('')?.title).toBe('2 types with an assumed time');
    expect(assumed('A: 3')?.text).toMatch(/^B\. /);
    expect(assumed('other: 3')).toBeUndefined();
  });
});

describe('templateAttachments', () => {
  it('take texts of up to Heat’s own 524,288 bytes, as YAML', () => {
    expect(templateAttachments.map(({ id, language, maxBytes }) => [id, language, maxBytes])).toEqual(
      ['template', 'parameters', 'durations', 'files'].map((id) => [id, 'yaml', 524_288]),
    );
    expect(templateAttachments.every(({ help, label }) => help !== '' && label !== '')).toBe(true);
  });
});

describe('template view, in two parts', () => {
  const begun = async (template: string) => {
    const study = await heat.study('template');
    const plan = planWith({ controllers: 3 }, four, eight);
    const parts = study?.begin(plan, 'A', { template });
    if (!study || !parts) throw new Error('There is no view.');
    return { ...parts, whole: study.evaluate(plan, 'A', { template }) };
  };
  const ids = (figures: readonly { readonly id: string }[]) => figures.map(({ id }) => id);

  it('has graph, both schedules and all that is said at first, and ends as the whole', async () => {
    const { first, finish, whole } = await begun(chainOf(3));
    expect(ids(first.figures)).toEqual(['template-graph', 'template-guide', 'template-upstream']);
    expect(finish()).toEqual(whole);
    expect(whole?.figures.slice(0, 3)).toEqual(first.figures);
    expect({ ...first, figures: [] }).toEqual({ ...whole, figures: [] });
  });

  it.each(['', 'resources: ['])('is whole from the first for “%s”', async (template) => {
    const { first, finish, whole } = await begun(template);
    expect(first).toEqual(whole);
    expect(finish()).toBe(first);
  });
});
