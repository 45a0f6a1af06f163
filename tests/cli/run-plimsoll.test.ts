import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPlimsoll } from '../../src/cli/run-plimsoll.ts';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { toFileText } from '../../src/share/plan-file.ts';
import { renderExport } from '../../src/share/render-export.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { goldenLinks } from './golden-links.ts';
import { memoryTerminal } from './memory-terminal.ts';

const cloudController = goldenLinks.find((link) => link.startsWith('#cloud-controller?')) ?? '';
const heat = goldenLinks.find((link) => link.startsWith('#heat?')) ?? '';

async function run(words: readonly string[], files = {}, options = {}) {
  const { output, remarks, terminal } = memoryTerminal(files, options);
  const code = await runPlimsoll(words, terminal);
  return { code, output: output(), remarks };
}

function opened(link: string) {
  const found = fromHash(link, calculators);
  if (found?.kind !== 'opened') throw new Error(`not opened: ${link}`);
  const calculator = calculators.find((c) => c.id === found.session.plan.calculator);
  if (!calculator) throw new Error(`no calculator for ${link}`);
  return { calculator, session: found.session };
}

/** Numbers of the guide: 9 VMs of 4 × 13 threads are 468 requests, 416 with one VM lost; today’s 20 × 20 are 400. */
describe('runPlimsoll size', () => {
  it('prints verdict, table and findings for a link', async () => {
    const { code, output, remarks } = await run(['size', cloudController]);
    expect(code).toBe(0);
    expect(remarks).toEqual([]);
    expect(output).toMatch(/All up +400 \(exact\) +400 \(exact\) +468 \(68 spare\)/);
    expect(output).toMatch(/VM lost +380 \(20 short\) +360 \(40 short\) +416 \(16 spare\)/);
    expect(output).toContain('blocker: Raise the memory restart limit');
    expect(output).not.toContain('\u001b');
  });

  it('prints what the README shows', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, link = '', shown = ''] =
      /\$ npx plimsoll size '([^']+)' \| head -20\n([^`]+)```/.exec(readme) ?? [];
    const { output } = await run(['size', link]);
    expect(shown.trimEnd().split('\n')).toHaveLength(20);
    expect(output.split('\n').slice(0, 20).join('\n')).toBe(shown.trimEnd());
  });

  it('lines the columns up', async () => {
    const { output } = await run(['size', cloudController]);
    const rows = output.split('\n').filter((line) => /^ {2}(All up|VM lost|Total vCPU) /.test(line));
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.search(/(?<= {2})\d/))).size).toBe(1);
  });

  it('colours on a terminal only', async () => {
    const { output } = await run(['size', cloudController], {}, { hasColour: true });
    expect(output).toContain('\u001b[31mblocker\u001b[39m');
  });

  it.each([
    ['the whole address', [`https://plimsoll.example/x/${cloudController}`], {}, {}],
    ['what stands behind the #', [cloudController.slice(1)], {}, {}],
    ['a plan file', ['plan.json'], { 'plan.json': planFile(cloudController) }, {}],
    ['a file with a link in it', ['link.txt'], { 'link.txt': `${cloudController}\n` }, {}],
    ['a link on standard input', ['-'], {}, { stdin: `${cloudController}\n` }],
    ['a plan on standard input', ['-'], {}, { stdin: planFile(cloudController) }],
  ])('opens %s', async (_, source, files, options) => {
    const direct = await run(['size', '-f', 'csv', cloudController]);
    const { code, output } = await run(['size', '-f', 'csv', ...source], files, options);
    expect(code).toBe(0);
    expect(output).toBe(direct.output);
    expect(output).toContain('Carries: VM lost,');
  });

  it('keeps the address of the page in the link it prints', async () => {
    const { output } = await run(['size', `https://plimsoll.example/x/${cloudController}`]);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(
      /^https:\/\/plimsoll\.example\/x\/#cloud-controller\?/,
    );
  });

  it('sizes another option than the selected one when asked', async () => {
    const { output } = await run(['size', '--option', 'd', '--format', 'json', cloudController]);
    expect(JSON.parse(output)).toMatchObject({ selected: 'D' });
    expect(output).toContain('85 short');
  });

  it('writes JSON with inputs, and figures with value, unit, formula and rules', async () => {
    const { output } = await run(['size', '-f', 'json', cloudController]);
    const json = JSON.parse(output);
    const option = json.options.find((o: { letter: string }) => o.letter === 'C');
    expect(option.inputs).toMatchObject({ vms: 9, workersPerVm: 'auto', threadsPerWorker: 13 });
    // One worker a core: four on four vCPU (CF-5).
    expect(option.autoValues).toMatchObject({ workersPerVm: 4 });
    const figure = option.figures.find((f: { label: string }) => f.label === 'All up');
    expect(figure).toMatchObject({ section: 'Carries', text: '468', value: 468, note: '68 spare' });
    expect(figure.worked).toContain('9 × 4 × 13 = 468');
    expect(figure.rules).toContain('CF-11');
    const memory = option.figures.find((f: { label: string }) => f.label === 'Memory, total');
    expect(memory).toMatchObject({ value: 144, unit: 'GiB' });
    const cited = new Set(json.rules.map((rule: { id: string }) => rule.id));
    expect([...figure.rules, ...memory.rules].filter((id) => !cited.has(id))).toEqual([]);
  });

  it('says times in seconds, with the unit, in CSV', async () => {
    const { output } = await run(['size', '-f', 'csv', heat]);
    // 300 resources of 20 s over 12 and 24 workers: 500 s and 250 s (M1).
    expect(output).toContain('Stack of 300: All up,s,500,250,250,');
  });

  it('writes Markdown with a table, and keeps names from becoming markup', async () => {
    const { output } = await run(['size', '-f', 'markdown', '#heat?A.name=a%7Cb+%3Cimg%3E']);
    expect(output).toContain('|  | A a\\|b \\<img\\> |');
    expect(output).toContain('## Findings for option A');
  });

  it('says what of a link was replaced, on standard error and in a ticket', async () => {
    const link = '#cloud-controller?A.n=999';
    const { code, remarks } = await run(['size', link]);
    expect(code).toBe(0);
    expect(remarks.join('\n')).toContain('“999” was replaced by 9.');
    const { output } = await run(['size', '-f', 'markdown', link]);
    expect(output).toContain('“999” was replaced by 9.');
    expect(JSON.parse((await run(['size', '-f', 'json', link])).output).notes.join()).toContain('“999”');
  });

  it('ends with 1 and says why when the option cannot be sized', async () => {
    // The observed peak is to be carried, and none is given.
    const { code, output, remarks } = await run(['size', '#cloud-controller?load.mode=observed']);
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(remarks.join('\n')).toMatch(/Option A cannot be sized\.[\s\S]*Observed peak/);
  });

  it('says so when the plan was left at a study', async () => {
    const { remarks } = await run(['size', '#cloud-controller?view=solve']);
    expect(remarks.join()).toContain('“Solve”');
  });
});

describe('runPlimsoll export', () => {
  it.each(goldenLinks.map((link) => [link.slice(0, 40), link] as const))(
    'writes every file of %s… as the page does',
    async (_, link) => {
      const { calculator, session } = opened(link);
      const canonical = toHash(session, calculator);
      const documents = calculator.exports(session.plan, session.selected, { link: canonical });
      expect(documents.length).toBeGreaterThan(0);
      for (const { content, id } of documents) {
        const { code, output } = await run(['export', '--document', id, link]);
        if (content.kind === 'refused') expect(code).toBe(1);
        else expect(output.trimEnd()).toBe(renderExport(content).text.trimEnd());
      }
    },
  );

  it('names the other files on standard error when it was not told which', async () => {
    const { output, remarks } = await run(['export', cloudController]);
    expect(output).toContain('step 1 of 2');
    expect(remarks.join()).toMatch(/“puma-on”.*scale-in, changes, rollback, runbook/);
  });

  it('lists the files there are', async () => {
    const { output } = await run(['export', '--list', cloudController]);
    expect(output.split('\n')[1]).toBe('scale-in\tplimsoll-c-2-scale-in.yml\t2 Scale in');
  });

  it('writes for another target, and its link says so', async () => {
    const { output } = await run(['export', '--target', 'kolla', heat]);
    expect(output).toContain('heat_engine_workers: 8');
    expect(output).toContain('&out=kolla&');
    // kolla-ansible has no variable for the pool.
    expect(output).not.toMatch(/^heat_db_max_pool_size/m);
  });

  it('refuses Thin for a release that has none', async () => {
    const { code, output, remarks } = await run(['export', '-o', 'A', '-t', '1.223', cloudController]);
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(remarks.join()).toContain('removed in 1.223');
  });
});

describe('runPlimsoll', () => {
  it.each([
    [[], 'Say what to do'],
    [['frobnicate'], 'There is no command “frobnicate”'],
    [['size'], 'needs a link or a file'],
    [['size', 'a', 'b'], 'Put the link in quotes'],
    [['size', 'none.json'], 'There is no file “none.json”.'],
    [['size', 'cf.yml'], 'neither a link nor a plan'],
    [['size', 'broken.json'], 'This is not a Plimsoll file'],
    [['size', '#'], 'nothing stands behind its #'],
    [['size', '#rabbit?x=1'], 'This link is for “rabbit”'],
    [['size', cloudController.replace(/&end$/, '')], 'its end is missing'],
    [['size', '--fromat', 'csv', cloudController], "Unknown option '--fromat'."],
    [['size', cloudController, '--option'], 'argument missing.'],
    [['size', '--format', 'pdf', cloudController], 'text, markdown, csv, json; found “pdf”'],
    [['size', '--option', 'F', cloudController], 'It has A, B, C, D.'],
    [['export', '--format', 'json', cloudController], 'has no option --format'],
    [['export', '--document', 'nothing', cloudController], 'There are: puma-on, scale-in'],
    [['export', '--target', 'nothing', cloudController], '1.223 (capi-release 1.223–1.235)'],
    [['check'], 'needs a file'],
    [['check', 'none.yml'], 'There is no file “none.yml”.'],
    [['check', '-', '--plan', '-'], 'cannot be both'],
  ])('ends with 2 and one clear sentence for %j', async (words, sentence) => {
    const { code, output, remarks } = await run(words, {
      'cf.yml': 'name: cf\n',
      'broken.json': '{"format"',
    });
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(/^plimsoll: /);
    expect(remarks[0]).toContain(sentence);
    expect(remarks[0]).not.toMatch(/\n|\bat .*:\d+:\d+/);
  });

  it('prints help and version', async () => {
    expect((await run(['help'])).output).toContain('plimsoll check FILE');
    expect((await run(['size', '--help'])).output).toContain('plimsoll size LINK|FILE');
    expect((await run(['--version'])).output).toBe('9.8.7\n');
  });
});

function planFile(link: string): string {
  const { calculator, session } = opened(link);
  return toFileText(session, calculator);
}
