import { describe, expect, it } from 'vitest';
import { runPlimsoll } from '../../src/cli/run-plimsoll.ts';
import { fromHash } from '../../src/share/permalink.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { applied, importerOf } from '../sizing/calculators/import-text.ts';
import { goldenLinks } from './golden-links.ts';
import { memoryTerminal } from './memory-terminal.ts';

const manifest = `---
name: cf
releases:
- name: capi
  version: 1.212.0
update:
  max_in_flight: 1
instance_groups:
- name: api
  azs: [z1, z2, z3]
  instances: 8
  vm_type: small-highmem
  jobs:
  - name: cloud_controller_ng
    properties:
      cc:
        bulk_api_password: hunter2
        puma:
          workers: 4
          max_threads: 13
`;

const globals = `heat_engine_workers: 8
heat_api_workers: 4
heat_convergence_engine: true
heat_db_max_pool_size: 10
heat_db_max_overflow: 20
`;

async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  words: readonly string[] = [],
  stdin = '',
) {
  const { output, remarks, terminal } = memoryTerminal(files, { stdin });
  const code = await runPlimsoll(['check', ...words, ...Object.keys(files)], terminal);
  return { code, output: output(), lines: output().split('\n'), remarks };
}

describe('runPlimsoll check', () => {
  it('names the line that a blocker is about, and ends with 1', async () => {
    const { code, lines } = await check({ 'cf.yml': manifest });
    expect(code).toBe(1);
    // 8 × 4 × 13 are 416; a VM takes 52 with it, and 20 × 20 are to be carried (CF-11, CF-12).
    expect(lines.find((line) => line.endsWith('(A1)'))).toMatch(/^cf\.yml:11:14: blocker: .*364.*36 short/);
    expect(lines.some((line) => line.startsWith('cf.yml: BOSH manifest, Cloud Controller. '))).toBe(true);
  });

  it('says which inputs stand at their defaults because the file does not say', async () => {
    const { output } = await check({ 'cf.yml': manifest });
    const text = output.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Not in the file, so the defaults stand: API VMs running Thin 20;');
    expect(text).toContain('Memory per Thin VM 4 GiB');
    expect(text).not.toContain('Threads per worker 13');
  });

  it('takes what the file does not say from a plan', async () => {
    // 10 × 20 = 200 requests: 364 are enough.
    const plan = '#cloud-controller?thin.n=10&title=Small+site';
    const { output } = await check({ 'cf.yml': manifest }, ['--plan', plan]);
    expect(output).not.toContain('(A1)');
    expect(output).toContain('comes from the plan “Small site”');
  });

  it('finds what the page finds after importing the same file', async () => {
    for (const link of goldenLinks) {
      const opened = fromHash(link, calculators);
      if (opened?.kind !== 'opened') throw new Error(`not opened: ${link}`);
      const { plan, selected } = opened.session;
      const calculator = calculators.find((c) => c.id === plan.calculator);
      if (!calculator) throw new Error(`no calculator for ${link}`);
      const text = link.startsWith('#heat') ? globals : manifest;
      const reading = (await importerOf(calculator)).read(text, { plan, selected });
      const { result } = calculator.evaluate(applied(calculator, plan, selected, reading), selected);
      const expected = (result?.findings ?? []).map((f) => `${f.severity} ${f.id} ${f.rules.join()}`);
      expect(expected.length).toBeGreaterThan(0);
      const { output } = await check({ 'file.yml': text }, ['--plan', link, '--format', 'json']);
      const [checked] = JSON.parse(output) as {
        remarks: { severity: string; id: string; rules: string[] }[];
      }[];
      const said = (checked?.remarks ?? []).map((r) => `${r.severity} ${r.id} ${r.rules.join()}`);
      expect(said.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('looks at a Thin fleet as today’s load and as the fleet that carries it', async () => {
    const thin = `instance_groups:
- name: api
  instances: 24
  azs: [z1, z2]
  jobs:
  - name: cloud_controller_ng
    properties:
      cc:
        temporary_enable_deprecated_thin_webserver: true
        experimental: { thin_server: { thread_pool_size: 20 } }
`;
    const { lines, output } = await check({ 'cf.yml': thin });
    // 24 × 20 = 480 requests; 23 VMs carry 460.
    expect(lines.find((line) => line.endsWith('(A1)'))).toMatch(
      /^cf\.yml:3:14: blocker: .*480.*460.*20 short/,
    );
    expect(output).not.toContain('API VMs running Thin');
  });

  it('reads settings of Heat', async () => {
    const { code, lines } = await check({ 'globals.yml': globals });
    expect(code).toBe(1);
    // Twice the engine workers: 16 (HT-6).
    expect(lines.find((line) => line.endsWith('(H1)'))).toMatch(/^globals\.yml:4:24: blocker: .*2 × 8.*16/);
  });

  it('ends with 0 where nothing blocks', async () => {
    const good = globals.replace('pool_size: 10', 'pool_size: 16');
    const { code, output } = await check({ 'globals.yml': good });
    expect(code).toBe(0);
    expect(output).not.toContain('blocker');
  });

  it('gives line and column of what cannot be read, and checks nothing then', async () => {
    const { code, lines } = await check({ 'cf.yml': manifest.replace(': 13', ': thirteen') });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'cf.yml:20:24: error: max_threads needs a whole number; found “thirteen”.',
      'cf.yml: not checked.',
      '',
    ]);
  });

  it('says what is left to the user', async () => {
    const { lines } = await check({ 'cf.yml': manifest.replace('instances: 8', 'instances: ((n))') });
    expect(lines).toContain('cf.yml:11:14: warning: Instances is the variable ((n)). Enter its value.');
  });

  it('says of a file that nobody knows what each calculator takes it for', async () => {
    const { code, output } = await check({ 'x.yml': 'foo: 1\n' });
    expect(code).toBe(1);
    expect(output).toContain('neither a BOSH manifest nor an ops file');
    expect(output).toContain('no settings of Heat');
  });

  it('checks each of several files by itself', async () => {
    const { output } = await check({ 'a.yml': globals, 'b.yml': manifest });
    expect(output).toContain('a.yml: Settings');
    expect(output).toContain('b.yml: BOSH manifest');
  });

  it('says where a file is no UTF-8, and ends with 2', async () => {
    const latin1 = Uint8Array.from([...new TextEncoder().encode('name: cf\n# caf'), 0xe9, 0x0a]);
    const { code, remarks } = await check({ 'cf.yml': latin1 });
    expect(code).toBe(2);
    expect(remarks.join(' ')).toContain('cf.yml: Line 2, byte 6: E9 is not UTF-8.');
  });

  it('reads standard input', async () => {
    const { output } = await check({}, ['-'], manifest);
    expect(output).toContain('standard input:11:14: blocker');
  });

  it('writes JSON with places, and no value that was not looked for', async () => {
    const { output } = await check({ 'cf.yml': manifest }, ['--format', 'json']);
    const [checked] = JSON.parse(output);
    expect(checked).toMatchObject({ file: 'cf.yml', kind: 'BOSH manifest', calculator: 'cloud-controller' });
    expect(checked.found).toContainEqual({
      line: 20,
      column: 24,
      path: '/instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma/max_threads',
      field: 'threadsPerWorker',
      value: 13,
      note: null,
    });
    expect(output).not.toContain('hunter2');
    expect((await check({ 'cf.yml': manifest })).output).not.toContain('hunter2');
  });
});
