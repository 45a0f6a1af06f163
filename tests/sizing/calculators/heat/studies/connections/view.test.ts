import { describe, expect, it } from 'vitest';
import { queueReckoning } from '../../../../../../src/sizing/calculators/heat/studies/queue-reckoning.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { planWith, table, upstream } from '../../plans.ts';
import { figureOf, findingIn, rowOf, viewOf } from '../view-of.ts';

const view = (shared: Inputs = {}, own: Inputs = {}, ...others: readonly Inputs[]) =>
  viewOf('connections', planWith(shared, { ...table, ...own }, ...others));

describe('connectionsVerdict', () => {
  it.each([
    [{ maxConnections: 575 }, {}, 'short', 'may open 1 too many'],
    [{ maxConnections: 5000 }, { poolSize: 15 }, 'short', 'falls short of the pool rule'],
    // Overflow 64 is what Heat makes of it: 2,880 by the guide, 1,920 by the source code.
    [
      { maxConnections: 2500, ...upstream },
      { overflow: 64 },
      'meets',
      'fits by the source code, not by the guide',
    ],
    [{ maxConnections: 1900 }, {}, 'changes', 'fits by the guide, not by the source code'],
    [{ maxConnections: 1920 }, {}, 'changes', 'fits, with 1 caution'],
    [{ maxConnections: 3200 }, { overflow: 64 }, 'meets', 'fits the database'],
    // Less than a tenth spare, and a lowered executor.
    [{ maxConnections: 3000 }, { overflow: 64 }, 'changes', 'fits, with 1 caution'],
    [{ maxConnections: 3000 }, { overflow: 64, executorThreads: 8 }, 'changes', 'fits, with 2 cautions'],
  ])('says with %j and %j: %s, %s', (shared, own, state, stateText) => {
    expect(view(shared, own).verdict).toMatchObject({ state, stateText: `Option A ${stateText}` });
  });

  it('has no limit to check against where there is none', () => {
    expect(view().verdict).toMatchObject({ state: 'changes', stateText: 'No limit to check against' });
    expect(view({}, { overflow: 64 }).verdict.state).toBe('meets');
    expect(view().verdict.headline).toBe(
      'Heat may open 576 connections by the guide and 1,920 by the source code.',
    );
    expect(view().verdict.spoken).toBe(
      'Option A: 576 connections by the guide and 1,920 by the source code.',
    );
  });

  it('says in the singular of how many', () => {
    expect(view({ maxConnections: 1 }).verdict.headline).toMatch(/^Of 1 connection free Heat may open/);
  });

  it('has what is free as a figure, and what of it is used', () => {
    const free = (shared: Inputs) => view(shared).verdict.keyFigures[2]?.cell;
    expect(free({})).toEqual({ text: 'unknown', value: null, note: 'enter max_connections' });
    expect(free({ maxConnections: 600 })).toMatchObject({
      text: '600',
      value: 600,
      note: '24 spare',
      tone: 'good',
      explain: { worked: '600 − 0 = 600', origins: ['yours'], rules: ['HT-11'] },
    });
    expect(free({ maxConnections: 576 })).toMatchObject({ note: 'all of it used', tone: 'good' });
    expect(free({ maxConnections: 500 })).toMatchObject({ note: '76 over', tone: 'bad' });
  });

  it('counts RabbitMQ’s connections, 6 × 24 + 2 × 12, and queues, 3 + 3 + 5 × 24 and 36 for replies', () => {
    const [guide, source, , queue] = view().verdict.keyFigures;
    expect(queue?.cell).toMatchObject({
      text: '168',
      value: 168,
      note: '162 queues',
      explain: { worked: '6 × 24 + 2 × 12 = 168', origins: ['assumed'], rules: ['M3'] },
    });
    expect([guide?.cell.value, source?.cell.value]).toEqual([576, 1920]);
    expect([guide?.cell.explain?.other, source?.cell.explain?.other]).toEqual([
      'upstream: 1,920',
      'guide: 576',
    ]);
    const [first, second] = view(upstream).verdict.keyFigures;
    expect([first?.cell.explain?.other, second?.cell.explain?.other]).toEqual([
      'upstream: 1,920',
      'guide: 576',
    ]);
  });
});

describe('connections findings', () => {
  it('has the error that was seen first, and what every node must allow', () => {
    const ids = (shared: Inputs, own?: Inputs) => view(shared, own).findings.map(({ id }) => id);
    expect(ids({ errorSeen: '1040', maxConnections: 500 }, { poolSize: 15 })).toEqual([
      'H2',
      'H1',
      'H10',
      'H5',
      'every-node',
      'R-9-queue',
    ]);
    expect(ids({}, { executorThreads: 8 })).toEqual([
      'R-8-executor',
      'every-node',
      'limit-unknown',
      'R-9-queue',
    ]);
  });

  it('asks for the whole sum on each node behind one address, not where there is one or they share', () => {
    const every = (shared: Inputs) => findingIn(view({ otherConnections: 24, ...shared }), 'every-node');
    expect(every({})).toMatchObject({
      severity: 'note',
      title: 'Each of 3 database nodes must allow 600',
      rules: ['HT-11'],
    });
    expect(every({ databaseNodes: 1 })).toBeUndefined();
    expect(every({ databaseNodes: 2 })?.title).toContain('Each of 2');
    expect(every({ databaseRoute: 'spread' })).toBeUndefined();
  });
});

describe('connections figures', () => {
  it('has the reckoning of the plan first', () => {
    const ids = (shared: Inputs) => view(shared).figures.map(({ id }) => id);
    const rest = [
      'connections-fits',
      'connections-errors',
      'connections-nodes',
      'connections-system',
      'connections-queue',
    ];
    expect(ids({})).toEqual(['connections-guide', 'connections-upstream', ...rest]);
    expect(ids(upstream)).toEqual(['connections-upstream', 'connections-guide', ...rest]);
    expect(view().hints).toEqual({});
  });

  it('stacks what is named, and draws the limit where there is one', () => {
    for (const id of ['connections-guide', 'connections-upstream']) {
      const bars = figureOf(view({ otherConnections: 7 }), 'stacked-bars', id);
      const parts = ['engine-pool', 'engine-overflow', 'api-pool', 'api-overflow', 'other'];
      expect(bars.parts.map((part) => part.id)).toEqual(parts);
      expect(bars.parts.every(({ label }) => label !== '')).toBe(true);
      expect(bars.rows.map((row) => row.parts.map((part) => part.id))).toEqual([parts]);
      expect(bars.rows[0]).toMatchObject({ letter: 'A', name: 'Option 1' });
      expect(bars).not.toHaveProperty('limit');
      expect(figureOf(view({ maxConnections: 900 }), 'stacked-bars', id).limit).toEqual({
        label: 'max_connections',
        value: 900,
      });
    }
    const subtitles = view({ otherConnections: 7 })
      .figures.slice(0, 2)
      .map((figure) => figure.subtitle);
    expect(subtitles[0]).toBe('Option A: 576 for Heat, 7 for others.');
    expect(subtitles[1]).toContain('Option A: 1,920 for Heat.');
  });

  it('marks the error that was seen, and says what of it is here', () => {
    const marked = (errorSeen: string) =>
      figureOf(view({ errorSeen }), 'table', 'connections-errors').rows.filter((row) => row.isMarked);
    expect(marked('none')).toEqual([]);
    expect(marked('queuepool').map(({ id }) => id)).toEqual(['queuepool']);
    expect(rowOf(view(), 'connections-errors', '1040')[4]).toBe(
      'Heat may open 576, max_connections is not given',
    );
    expect(rowOf(view({ maxConnections: 600 }), 'connections-errors', '1040')[4]).toBe(
      'Heat may open 576, 600 are free',
    );
    expect(rowOf(view({}, { overflow: 20 }), 'connections-errors', 'queuepool')[4]).toBe('A process has 36');
    const [row] = figureOf(view(), 'table', 'connections-errors').rows;
    expect(row?.cells.every(({ value }) => value === null)).toBe(true);
    expect(rowOf(view(), 'connections-errors', 'user')).toHaveLength(5);
  });

  it('shares connections out over nodes only where they are spread over several', () => {
    const spread = { databaseRoute: 'spread', otherConnections: 24, maxConnections: 300 };
    const nodes = (shared: Inputs) => figureOf(view(shared), 'table', 'connections-nodes');
    // 600 over 3 and over 2, of 300.
    expect(nodes(spread).rows[0]?.cells.slice(-2)).toMatchObject([
      { text: '200', value: 200, tone: 'good', note: 'of 300' },
      { text: '300', value: 300, tone: 'good', note: 'of 300' },
    ]);
    expect(nodes({ ...spread, maxConnections: 299 }).rows[0]?.cells.at(-1)).toMatchObject({
      tone: 'bad',
      note: 'over 299',
    });
    expect(nodes({ ...spread, databaseNodes: 7 }).rows[0]?.cells.at(-2)?.value).toBe(Math.ceil(600 / 7));
    expect(nodes(spread).subtitle).toContain('Spread over 3 nodes');
    const one = nodes({ ...spread, databaseNodes: 1 });
    expect(one.columns).toHaveLength(6);
    expect(one.rows[0]?.cells.at(-1)?.value).toBe(600);
    expect(one.subtitle).toContain('a single node gets them all');
  });

  it('has a node’s need without a limit untoned, and explains it', () => {
    const cell = figureOf(view({ otherConnections: 24 }), 'table', 'connections-nodes').rows[0]?.cells.at(-1);
    expect(cell).toMatchObject({
      text: '600',
      explain: { worked: '576 + 24: 600 on a node', origins: ['yours', 'assumed'], rules: ['HT-8', 'HT-11'] },
    });
    expect(cell).not.toHaveProperty('tone');
  });

  it('counts per process, per controller, in all and with a controller lost', () => {
    expect(rowOf(view({}, { executorThreads: 64 }), 'connections-nodes', 'A').slice(1, 5)).toEqual([
      // 16 + 64; 2,112 ÷ 3; 2 × (8 × 80 + 4 × 16).
      '80',
      '704',
      '2,112 no limit given',
      '1,408',
    ]);
  });

  it('has memory in GiB of the workers of a controller', () => {
    const [row] = figureOf(view(), 'table', 'connections-queue').rows;
    const [idle, large] = row?.cells.slice(-2) ?? [];
    expect(idle).toMatchObject({ text: '1.2 GiB', value: 1200 / 1024, valueUnit: 'GiB' });
    expect(idle).not.toHaveProperty('note');
    expect(idle?.explain).toMatchObject({
      worked: '8 × 150 MB; their parent process takes 150 MB more',
      origins: ['assumed'],
    });
    expect(large).toMatchObject({ text: '2.3 GiB', value: 2400 / 1024, note: 'to 4.7 GiB' });
    expect(large?.explain?.worked).toBe('8 × 300 to 600 MB; their parent process takes 150 MB more');
    expect(row?.cells[1]).toMatchObject({
      value: 72,
      explain: { worked: '24 engine and 12 API processes: 72', origins: ['release', 'assumed'] },
    });
    expect(row?.cells[1]).not.toHaveProperty('note');
  });
});

describe('queueReckoning', () => {
  it('has nothing idle without engines', () => {
    expect(queueReckoning(0, 0, 0)).toEqual({
      idleConnections: 0,
      typicalConnections: 0,
      mostConnections: 0,
      idleQueues: 0,
      mostQueues: 0,
    });
    expect(queueReckoning(2, 0, 5)).toMatchObject({ idleQueues: 0, mostQueues: 5, typicalConnections: 10 });
  });
});
