import { describe, expect, it } from 'vitest';
import type { Inputs, Letter } from '../../../../src/sizing/core/plan.ts';
import { cellOf, fleets, planWith, resultOf } from './plans.ts';

const { profile2, profile3plus1, thin } = fleets;

describe('comparisonTableOf', () => {
  const plan = planWith(profile3plus1);

  it('has the rows of what is carried, what it costs and what is left, a cell for each option', () => {
    const { sections } = resultOf(plan).table;
    expect(sections.map(({ rows, title }) => [title, rows.map((row) => row.id)])).toEqual([
      ['Carries', ['all', 'worker', 'vm', 'az']],
      ['Costs', ['vms', 'vcpus', 'processes', 'memory', 'memory-per-vm', 'local-workers', 'connections']],
      ['Room to grow', ['threads-to-20']],
    ]);
    const rows = sections.flatMap((section) => section.rows);
    for (const row of rows) expect(Object.keys(row.cells), row.id).toEqual(['A', 'B']);
    expect(rows.map((row) => row.label)).toContain('AZ lost (1 of 3)');
  });

  /** The calculation, where its parts come from and the rules it follows; the load is 400 in three AZs. */
  const carried: readonly (readonly [string, Letter, string, readonly string[]])[] = [
    ['all', 'A', '20 × 20 = 400', ['CF-2']],
    ['all', 'B', '9 × 4 × 13 = 468', ['CF-11']],
    ['worker', 'A', '20 × 20 − 20 = 380', ['CF-2']],
    ['worker', 'B', '9 × 4 × 13 − 13 = 455', ['CF-9', 'CF-11']],
    ['vm', 'A', '(20 − 1) × 20 = 380', ['CF-12', 'R-4']],
    ['vm', 'B', '(9 − 1) × 4 × 13 = 416', ['CF-12', 'R-4']],
    ['az', 'A', '(20 − 7) × 20 = 260', ['CF-11', 'R-4']],
    ['az', 'B', '(9 − 3) × 4 × 13 = 312', ['CF-11', 'R-4']],
  ];

  it.each(carried)('works out what is carried in %s by option %s: %s', (row, letter, worked, rules) => {
    const { explain } = cellOf(row, plan, letter);
    expect(explain).toMatchObject({ worked, rules, origins: ['guide', 'yours'] });
    expect(explain?.formula).toMatch(
      letter === 'A' ? /^[^:]*\bVMs[^:]*× threads/ : /^[^:]*\bVMs[^:]*× workers × threads/,
    );
  });

  it('says what today’s fleet carries in the same condition, and how VMs spread', () => {
    const formula = (row: string, letter: Letter) => cellOf(row, plan, letter).explain?.formula;
    expect(formula('all', 'B')).toMatch(/Today’s fleet: 400$/);
    expect(formula('az', 'B')).toMatch(/9 VMs in 3 AZs: at most 3 in one\. Today’s fleet: 260$/);
    expect(formula('worker', 'A')).toContain('less the threads of one process.');
    expect(formula('worker', 'B')).toContain('less the threads of one worker.');
  });

  it('says how what is carried stands against the load, exactly as much included', () => {
    expect(cellOf('vm', plan)).toMatchObject({ text: '416', value: 416, note: '16 spare', tone: 'good' });
    expect(cellOf('az', plan)).toMatchObject({ text: '312', value: 312, note: '88 short', tone: 'bad' });
    expect(cellOf('all', plan, 'A')).toMatchObject({ value: 400, note: 'exact', tone: 'good' });
  });

  // CF-7: "Increase memory for your API instances by a factor of how many workers each instance will have".
  // CF-4: "Each Single-Process API instance has 2"; CF-8: "twice as many local job workers as there are API workers".
  const costs: readonly (readonly [string, Letter, string, readonly string[], readonly string[]])[] = [
    ['vms', 'B', '9', ['yours'], ['CF-11']],
    ['vcpus', 'B', '9 × 4 = 36', ['yours'], ['CF-5']],
    ['processes', 'A', '20 × 1 = 20', ['release', 'yours'], ['R-12', 'CF-5']],
    ['processes', 'B', '9 × 4 = 36', ['release', 'yours'], ['R-12', 'CF-5']],
    ['memory', 'A', '20 × 4 × 1 = 80 GiB', ['guide', 'yours'], ['CF-7', 'K8']],
    ['memory', 'B', '9 × 4 × 4 = 144 GiB', ['guide', 'yours'], ['CF-7', 'K8']],
    ['memory-per-vm', 'B', '4 × 4 = 16 GiB', ['guide', 'yours'], ['CF-7', 'K8']],
    ['local-workers', 'A', '20 × 2 = 40', ['guide'], ['CF-4']],
    ['local-workers', 'B', '9 × 8 = 72', ['guide'], ['CF-8']],
    ['connections', 'A', '20 × 25 + 20 × 2 × 1 = 540', ['guide', 'release', 'assumed'], ['CF-10', 'R-3']],
    [
      'connections',
      'B',
      '9 × (4 + 1) × 13 + 9 × 8 × 1 = 657',
      ['guide', 'release', 'assumed'],
      ['CF-10', 'R-3'],
    ],
    ['threads-to-20', 'A', '0', ['guide'], ['CF-3']],
    ['threads-to-20', 'B', '20 − 13 = 7; 9 × 4 × 20 = 720', ['guide', 'yours'], ['CF-6']],
  ];

  it.each(costs)('works out %s of option %s: %s', (row, letter, worked, origins, rules) => {
    expect(cellOf(row, plan, letter).explain).toMatchObject({ worked, origins, rules });
  });

  it('gives figures with their unit and the difference to the baseline, which has none itself', () => {
    const shown = (row: string, letter: Letter) => {
      const { explain: _, ...cell } = cellOf(row, plan, letter);
      return cell;
    };
    expect(shown('vms', 'B')).toEqual({ text: '9', value: 9, note: '−11' });
    expect(shown('vcpus', 'B')).toEqual({ text: '36', value: 36, note: '+16' });
    expect(shown('processes', 'B')).toEqual({ text: '36', value: 36, note: '+16' });
    expect(shown('memory', 'B')).toEqual({ text: '144', value: 144, unit: 'GiB', note: '+64' });
    expect(shown('memory-per-vm', 'B')).toEqual({ text: '16', value: 16, unit: 'GiB', note: '+12' });
    expect(shown('local-workers', 'B')).toEqual({ text: '72', value: 72, note: '+32' });
    expect(shown('vcpus', 'A')).toEqual({ text: '20', value: 20 });
    expect(shown('memory', 'A')).toEqual({ text: '80', value: 80, unit: 'GiB' });
  });

  it('counts the cores at work and the Ruby processes on a VM', () => {
    expect(cellOf('processes', plan).explain?.formula).toContain(
      'Today’s fleet: 20 processes; cores at work here: 36',
    );
    // Eight workers on two cores use two: 9 × 2.
    const crowded = planWith({ ...profile2, vms: 9, workersPerVm: 8 });
    expect(cellOf('processes', crowded).explain?.formula).toContain('cores at work here: 18');
    // Four workers, Puma’s main process and eight local workers; Thin has one process and two local workers.
    expect(cellOf('memory-per-vm', plan).explain?.formula).toContain('Ruby processes on the VM: 13,');
    expect(cellOf('memory-per-vm', plan, 'A').explain?.formula).toContain('Ruby processes on the VM: 3,');
  });

  it.each([
    [13, '7', 7, 'to 720', undefined],
    [19, '1', 1, 'to 720', undefined],
    [20, '0', 0, 'at ceiling', undefined],
    [21, '0', 0, 'over ceiling', 'bad'],
  ])('says what %i threads leave up to the guide’s 20', (threadsPerWorker, text, value, note, tone) => {
    const cell = cellOf('threads-to-20', planWith({ ...profile3plus1, threadsPerWorker }));
    expect(cell).toMatchObject({ text, value, note });
    expect(cell.tone).toBe(tone);
  });

  it('lets a Thin fleet grow by VMs only', () => {
    expect(cellOf('threads-to-20', planWith({ ...thin, threadsPerWorker: 10 }))).toMatchObject({
      text: '0',
      value: 0,
      note: 'add VMs only',
    });
  });
});

describe('connections of comparisonTableOf', () => {
  const cell = (option: Inputs, shared: Inputs, letter: Letter = 'B') =>
    cellOf('connections', planWith(option, shared), letter);

  it('marks what the database has not free, and not what it has exactly', () => {
    expect(cell(profile3plus1, { connectionsFree: 656 }).tone).toBe('bad');
    expect(cell(profile3plus1, { connectionsFree: 657 })).not.toHaveProperty('tone');
    expect(cell(profile3plus1, {})).not.toHaveProperty('tone');
  });

  it('notes the difference to the baseline and the other reckoning', () => {
    // 657 − 540; 9 × 65 + 9 × 8 × 25 = 2,385 and 20 × 25 + 20 × 2 × 25 = 1,500.
    expect(cell(profile3plus1, {}).note).toBe('+117, upstream: 2,385');
    expect(cell(profile3plus1, {}, 'A').note).toBe('upstream: 1,500');
    expect(cell(profile3plus1, { limitsLocalWorkers: true }).note).toBe('+117');
    expect(cell(profile3plus1, { limitsLocalWorkers: true }, 'A')).not.toHaveProperty('note');
  });

  it('reckons by upstream with whole pools, and then notes the guide’s sum', () => {
    const upstream = cell(profile3plus1, { reckon: 'upstream' });
    expect(upstream).toMatchObject({ text: '2,385', value: 2385, note: '+885, guide: 657' });
    expect(upstream.explain).toMatchObject({
      worked: '9 × (4 + 1) × 13 + 9 × 8 × 25 = 2,385',
      origins: ['release', 'yours'],
      rules: ['CF-10', 'R-3'],
      other: 'guide: 657',
    });
    expect(upstream.explain?.formula).toContain('(workers + main process)');
    expect(cell(profile3plus1, {}, 'A').explain?.formula).not.toContain('main process');
  });

  it('leaves the other reckoning out where it differs by exactly a quarter', () => {
    // A Thin VM of a pool of 25 and one local worker: 25 + 15 = 40, by upstream 25 + 25 = 50.
    const one = { ...thin, localWorkersPerVm: 1 };
    expect(cell(one, { connectionsPerLocalWorker: 15 }).explain).not.toHaveProperty('other');
    expect(cell(one, { connectionsPerLocalWorker: 14 }).explain?.other).toBe('upstream: 1,000');
  });

  it('takes a local worker beside Thin to have the job’s pool, unless it is limited to one at least', () => {
    const upstream = { reckon: 'upstream' };
    const pool = { ...thin, connectionsPerProcess: 40 };
    // 20 × 40 + 20 × 2 × 40; beside Puma the default of 25 stays: 9 × 5 × 40 + 72 × 25.
    expect(cell(pool, upstream).value).toBe(2400);
    expect(cell({ ...profile3plus1, connectionsPerProcess: 40 }, upstream).value).toBe(3600);
    // Limited to none it gets one: 20 × 40 + 40.
    const limited = { ...upstream, limitsLocalWorkers: true, connectionsPerLocalWorker: 0 };
    expect(cell(pool, limited).value).toBe(840);
    expect(cell(pool, { ...limited, connectionsPerLocalWorker: 2 }).value).toBe(880);
  });
});
