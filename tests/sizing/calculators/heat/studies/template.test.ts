import { describe, expect, it } from 'vitest';
import { templateAttachments } from '../../../../../src/sizing/calculators/heat/studies/template/attachments.ts';
import { plainText } from '../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { planWith, pressed } from '../plans.ts';
import { chainOf, server, templateOf } from './template-texts.ts';
import { figureOf, findingIn, keyFigure, rowOf, viewOf } from './view-of.ts';

const seconds = (text: string) => ({ durations: text });
/** Three controllers with so many workers in all, the guide's way of counting. */
const workers = (each: number, more: Inputs = {}) =>
  planWith({ controllers: 3 }, { engineWorkers: each, ...more });

describe('template study', () => {
  it('asks for a template and shows the assumed seconds meanwhile', () => {
    const view = viewOf('template');
    expect(view.verdict.stateText).toBe('No template yet');
    expect(rowOf(view, 'template-durations', server)).toEqual([server, '30', 'Assumed']);
    expect(templateAttachments[0]?.sample).toMatch(/^heat_template_version/);
  });

  it('reads its own sample without a problem', () => {
    const samples = Object.fromEntries(
      templateAttachments.flatMap(({ id, sample }) => (sample ? [[id, sample]] : [])),
    );
    const view = viewOf('template', undefined, samples);
    // net, subnet, rules, group, balancer, listener, pool, and 20 servers in the group.
    expect(keyFigure(view, 'Resources')).toBe('27 2 wait for nothing');
    // 1 + 1 for net and subnet, 90 for the balancer, 10 each for listener and pool.
    expect(keyFigure(view, 'Longest chain')).toBe('1:52 5 resources');
    expect(view.findings.filter(({ severity }) => severity === 'blocker' || severity === 'caution')).toEqual(
      [],
    );
  });

  it('shares 60 servers of 20 s among 12 workers by the guide: 1:40 at best, and so scheduled', () => {
    const view = viewOf('template', workers(4), {
      template: templateOf(60, server),
      ...seconds('OS::Nova::Server: 20'),
    });
    // 60 × 20 = 1,200 s over 12 = 100 s; at most 100 + 20 × 11/12 = 118 s.
    expect(keyFigure(view, 'By the guide')).toBe('1:40 bounds 1:40 to 1:58');
    expect(keyFigure(view, 'Total work')).toBe('20:00');
  });

  it('has one worker do all in sequence without convergence, by the guide only', () => {
    const view = viewOf('template', workers(4, { convergence: false }), {
      template: templateOf(60, server),
      ...seconds('OS::Nova::Server: 20'),
    });
    expect(keyFigure(view, 'By the guide')).toMatch(/^20:00/);
    // The legacy engine overlaps independent resources: one level of 20 s.
    expect(keyFigure(view, 'By the source code')).toMatch(/^0:2\d legacy engine/);
  });

  it('says that 100 independent resources wait 99 s whatever the workers, and what a common root does', () => {
    const view = viewOf('template', workers(8), { template: templateOf(100, 'OS::Heat::None') });
    expect(findingIn(view, 'template-leaves')).toMatchObject({
      title: 'More workers will not help: the leaf pause sets 99 s',
      rules: ['R-7'],
    });
    expect(findingIn(view, 'template-leaves')?.text).toContain('OS::Heat::None');
    expect(figureOf(view, 'xy', 'template-workers').subtitle).toContain(
      'by the source code 1:40 whatever the workers',
    );
  });

  it('does not blame the leaf pause where the chain sets the time', () => {
    const view = viewOf('template', workers(8), {
      template: chainOf(10),
    });
    expect(findingIn(view, 'template-leaves')).toBeUndefined();
    expect(findingIn(view, 'template-bound')?.title).toBe('More workers will not help');
    expect(keyFigure(view, 'Longest chain')).toBe('5:00 10 resources');
  });

  it('brings its numbers into the form, where they give the same work and chain', () => {
    const plan = workers(4);
    // A root of 10 s and 9 servers of 30 s behind it: 280 s of work, 40 s of chain, mean 28 s.
    const texts = {
      template: templateOf(10, server, (at) => (at === 0 ? undefined : 0)).replace(
        server,
        'OS::Cinder::Volume',
      ),
    };
    const finding = findingIn(viewOf('template', plan, texts), 'template-to-form');
    expect(finding?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { resources: 10, secondsPerResource: 28, longestChain: 1, leaves: 1 },
    });
    if (!finding?.fix) throw new Error('no fix');
    const after = pressed(plan, 'A', finding.fix);
    const again = viewOf('template', after.plan, texts);
    expect(findingIn(again, 'template-to-form')).toBeUndefined();
    expect(findingIn(again, 'template-in-form')?.severity).toBe('fine');
  });

  it('counts the pauses of a group inside as leaves of the form', () => {
    const group =
      'heat_template_version: 2018-08-31\nresources:\n  g:\n    type: OS::Heat::ResourceGroup\n' +
      '    properties: {count: 40, resource_def: {type: "OS::Nova::Server"}}\n';
    const edit = findingIn(viewOf('template', undefined, { template: group }), 'template-to-form')?.fix?.edit;
    expect(edit).toMatchObject({ inputs: { resources: 41, leaves: 40 } });
  });

  it('blocks a template over the limit of resources and offers to allow them', () => {
    const view = viewOf('template', planWith({ maxResourcesPerStack: 50 }), {
      template: templateOf(51, server),
    });
    expect(findingIn(view, 'template-limit')).toMatchObject({
      severity: 'blocker',
      fix: { edit: { kind: 'set', inputs: { maxResourcesPerStack: 51 } } },
    });
    expect(view.verdict.state).toBe('short');
  });

  it('names a circle, an unknown reference and an unknown version by line and column', () => {
    const circle = viewOf('template', undefined, { template: templateOf(2, server, (at) => 1 - at) });
    expect(circle.verdict.state).toBe('short');
    expect(circle.verdict.headline).toMatch(/^Line 3, column 3: r0 → r1 → r0/);
    expect(circle.findings[0]?.text).toContain('r0 (line 3) → r1 (line 6) → r0');
    const version = viewOf('template', undefined, {
      template: 'heat_template_version: 1999-01-01\nresources: {}\n',
    });
    expect(version.findings[0]?.title).toMatch(/^Line 1, column \d+: /);
    const unknown = viewOf('template', undefined, { template: templateOf(1, server, () => 7) });
    expect(unknown.findings[0]).toMatchObject({ severity: 'blocker' });
    expect(unknown.findings[0]?.title).toMatch(/^Line 5, column \d+: .*r7/);
  });

  it('refuses bad YAML, alias bombs and texts over the limit without throwing', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 10; at += 1) {
      const before = `*${String.fromCharCode(96 + at)}`;
      bomb.push(
        `${String.fromCharCode(97 + at)}: &${String.fromCharCode(97 + at)} [${new Array(9).fill(before).join(', ')}]`,
      );
    }
    for (const template of [
      'resources: [',
      `${bomb.join('\n')}\n`,
      `# ${'x'.repeat(600_000)}`,
      ': : :\n\t-',
    ]) {
      const { findings, verdict } = viewOf('template', undefined, { template });
      expect(verdict.stateText).toBe('The template cannot be read');
      expect(findings[0]?.title).toMatch(/^Line \d+, column \d+: /);
    }
  });

  it('lists parameters without a value by name and takes those given', () => {
    const template =
      'heat_template_version: 2018-08-31\nparameters:\n  n: { type: number }\n  image: { type: string }\nresources:\n' +
      '  g:\n    type: OS::Heat::ResourceGroup\n    properties: {count: {get_param: n}, resource_def: {type: "OS::Nova::Server"}}\n';
    const without = viewOf('template', undefined, { template });
    expect(findingIn(without, 'template-parameters')?.text).toContain('n, image');
    expect(rowOf(without, 'template-parameters', 'n')[1]).toBe('number');
    const given = viewOf('template', undefined, { template, parameters: 'n: 12\nimage: ubuntu\n' });
    expect(findingIn(given, 'template-parameters')).toBeUndefined();
    expect(keyFigure(given, 'Resources')).toBe('13 1 wait for nothing');
    const environment = viewOf('template', undefined, {
      template,
      parameters: 'parameters:\n  n: 5\n  image: u\n',
    });
    expect(keyFigure(environment, 'Resources')).toBe('6 1 wait for nothing');
  });

  it('counts a nested template as one resource with a caution until it is given', () => {
    const template = 'heat_template_version: 2018-08-31\nresources:\n  a: { type: web.yaml }\n';
    const alone = viewOf('template', undefined, { template });
    expect(findingIn(alone, 'template-files')?.text).toContain('web.yaml');
    const given = viewOf('template', undefined, {
      template,
      files: `# file: web.yaml\n${templateOf(3, server)}`,
    });
    expect(findingIn(given, 'template-files')).toBeUndefined();
    expect(keyFigure(given, 'Resources')).toBe('4 1 wait for nothing');
  });

  it('takes your seconds over the assumed ones, line by line, and names a line it does not understand', () => {
    const view = viewOf('template', undefined, {
      template: templateOf(1, server),
      durations: '# measured in May\nOS::Nova::Server: 12.5\nServer takes long\n',
    });
    expect(rowOf(view, 'template-durations', server)).toEqual([server, '12.5', 'Yours', '1', '0:13']);
    expect(findingIn(view, 'durations-3')?.title).toContain('Server takes long');
    expect(findingIn(view, 'template-durations')).toBeUndefined();
  });

  it('finds the deadlock that was measured: one process of 4 slots, 8 groups at once', () => {
    const groups = Array.from(
      { length: 8 },
      (_, at) =>
        `  g${at}:\n    type: OS::Heat::ResourceGroup\n    depends_on: root\n    properties: {count: 2, resource_def: {type: "OS::Heat::TestResource"}}\n`,
    );
    const template = `heat_template_version: 2018-08-31\nresources:\n  root: { type: OS::Heat::None }\n${groups.join('')}`;
    const plan = planWith({ controllers: 1 }, { engineWorkers: 1, executorThreads: 4 });
    const view = viewOf('template', plan, { template, ...seconds('OS::Heat::TestResource: 2') });
    expect(view.verdict.stateText).toBe('This stack would never finish');
    const finding = findingIn(view, 'hot-deadlock');
    expect(finding).toMatchObject({ severity: 'blocker', rules: ['R-9', 'R-8'] });
    if (!finding?.fix) throw new Error('no fix');
    const after = viewOf('template', pressed(plan, 'A', finding.fix).plan, { template });
    expect(findingIn(after, 'hot-deadlock')).toBeUndefined();
  });

  it('cautions against fewer than 4 engine processes and lets 4 be used', () => {
    const plan = planWith({ controllers: 1 }, { engineWorkers: 2 });
    const finding = findingIn(
      viewOf('template', plan, { template: templateOf(2, server) }),
      'hot-engine-floor',
    );
    expect(finding).toMatchObject({ severity: 'caution', rules: ['R-9'] });
    if (!finding?.fix) throw new Error('no fix');
    const after = viewOf('template', pressed(plan, 'A', finding.fix).plan, {
      template: templateOf(2, server),
    });
    expect(findingIn(after, 'hot-engine-floor')).toBeUndefined();
  });

  it('replays the schedule with other workers than the option has', () => {
    const texts = { template: templateOf(60, server), ...seconds('OS::Nova::Server: 20') };
    const plan = planWith({ templateWorkers: 60 }, { engineWorkers: 4 });
    const view = viewOf('template', plan, texts);
    expect(keyFigure(view, 'By the guide')).toMatch(/^0:20/);
    expect(figureOf(view, 'gantt', 'template-guide').lanes).toHaveLength(60);
    expect(plainText(view.verdict.paragraph)).toContain('60 workers');
  });
});
