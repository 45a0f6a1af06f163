import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { queueReckoning } from '../../../../../src/sizing/calculators/heat/studies/queue-reckoning.ts';
import type { SystemFigure } from '../../../../../src/sizing/core/study-figures.ts';
import { database, firstVisit, planWith, pressed, resultOf } from '../plans.ts';
import { figureOf, findingIn, keyFigure, rowOf, viewOf } from './view-of.ts';

const measured = new URL('../../../../../../shared/data/heat-live-measurements.json', import.meta.url);
const isPresent = existsSync(measured);
const { plan } = firstVisit();

describe('queueReckoning', () => {
  it('has 6 connections and 14 queues for 2 idle workers on one host, as was measured', () => {
    expect(queueReckoning(1, 2, 0)).toMatchObject({ idleConnections: 6, idleQueues: 14 });
  });

  it.skipIf(!isPresent)(
    `agrees with the recorded measurement${isPresent ? '' : ' (skipped: not on this machine)'}`,
    () => {
      const { rabbitmq_idle: idle } = JSON.parse(readFileSync(measured, 'utf8')) as {
        readonly rabbitmq_idle: { workers: number; hosts: number; connections: number; queues: number };
      };
      expect(queueReckoning(idle.hosts, idle.workers, 0)).toMatchObject({
        idleConnections: idle.connections,
        idleQueues: idle.queues,
      });
    },
  );
});

describe('connections study', () => {
  it('says by both ways of reckoning what may be opened: 576 and 1,920 of 600', () => {
    const view = viewOf('connections', plan, {}, 'C');
    expect(view.verdict.headline).toBe(
      'Of 600 connections free Heat may open 576 by the guide and 1,920 by the source code.',
    );
    expect(view.verdict).toMatchObject({
      state: 'changes',
      stateText: 'Option C fits by the guide, not by the source code',
    });
    expect(keyFigure(view, 'By the guide')).toBe('576 24 spare');
    expect(keyFigure(view, 'By the source code')).toBe('1,920 1,320 over');
  });

  it('stacks engine, API and other connections by the guide, engines only by the source code', () => {
    const view = viewOf('connections', plan, {}, 'A');
    const parts = (id: string) => figureOf(view, 'stacked-bars', id).rows[0]?.parts.map((part) => part.value);
    // 12 engine and 12 API processes with pool 10 and overflow 20; 400 belong to others.
    expect(parts('connections-guide')).toEqual([120, 240, 120, 240, 400]);
    expect(parts('connections-upstream')).toEqual([120, 768, 0, 0, 400]);
    expect(figureOf(view, 'stacked-bars', 'connections-guide').limit?.value).toBe(1000);
  });

  it('counts the known case of 4 hosts with 4 workers, pool 22 and overflow 0 as 344 a host', () => {
    const known = planWith(
      { controllers: 4, reckonBy: 'upstream' },
      { engineWorkers: 4, apiWorkers: 2, poolSize: 22, overflow: 0 },
    );
    // 4 × (22 + 64) on each host, where 176 were expected and up to 400 seen.
    expect(rowOf(viewOf('connections', known), 'connections-nodes', 'A').slice(1, 4)).toEqual([
      '86',
      '344',
      '1,376 no limit given',
    ]);
  });

  it('makes every node behind one address allow the whole sum, and a share where they are spread', () => {
    expect(rowOf(viewOf('connections', plan, {}, 'C'), 'connections-nodes', 'C').at(-1)).toBe('976 of 1,000');
    const spread = { ...plan, shared: { ...plan.shared, databaseRoute: 'spread', databaseNodes: 3 } };
    // 976 over three nodes, and over the two that are left.
    expect(rowOf(viewOf('connections', spread, {}, 'C'), 'connections-nodes', 'C').slice(-2)).toEqual([
      '326 of 1,000',
      '488 of 1,000',
    ]);
  });

  it('finds that 8 workers fit 600 connections with pool 16 only without overflow', () => {
    expect(rowOf(viewOf('connections', plan, {}, 'C'), 'connections-fits', '8').slice(0, 5)).toEqual([
      '8',
      '16',
      '0',
      'as set',
      '576 24 spare',
    ]);
  });

  it('says up to which worker counts a tenth stays free or they just fit, and which limit keeps a tenth', () => {
    const table = figureOf(viewOf('connections', plan, {}, 'C'), 'table', 'connections-fits');
    // 3 × (7 + 4) × 14 = 462 are within the 540 that leave a tenth; 3 × (8 + 4) × 16 = 576 only within 600.
    expect(table.subtitle).toMatch(/^600 are free for Heat\. Up to 7 workers per controller keep 10 % of it/);
    expect(table.subtitle).toMatch(/; up to 8 just fit\.$/);
    const at = table.columns.findIndex(({ label }) => label === 'Or max_connections');
    // 400 of others and 576 ÷ 0.9.
    expect(table.rows.find(({ id }) => id === '8')?.cells[at]?.value).toBe(1040);
  });

  it('marks the selected option and tones what a node must allow', () => {
    const nodes = figureOf(viewOf('connections', plan, {}, 'C'), 'table', 'connections-nodes').rows;
    expect(nodes.filter(({ isMarked }) => isMarked).map(({ id }) => id)).toEqual(['C']);
    // 720, 1,080, 576 and 9,072 beside 400 of others, of 1,000.
    expect(nodes.map(({ cells }) => [cells.at(-1)?.value, cells.at(-1)?.tone])).toEqual([
      [1120, 'bad'],
      [1480, 'bad'],
      [976, 'good'],
      [9472, 'bad'],
    ]);
  });

  it('explains each ceiling by its own reckoning, whichever is chosen', () => {
    for (const reckonBy of ['guide', 'upstream']) {
      const from = { ...plan, shared: { ...plan.shared, reckonBy } };
      const { keyFigures } = viewOf('connections', from, {}, 'C').verdict;
      const worked = keyFigures.slice(0, 2).map(({ cell, label }) => [label, cell.explain?.worked]);
      expect(worked).toEqual([
        ['By the guide', '3 × (8 + 4) × (16 + 0) = 576'],
        ['By the source code', '3 × 8 × (16 + 64) = 1,920'],
      ]);
    }
  });

  it('offers only settings that fit: each row applied opens no more than is free', () => {
    for (const reckonBy of ['guide', 'upstream']) {
      for (const executorThreads of [null, 64]) {
        const from = planWith({ ...database, reckonBy }, { engineWorkers: 4, executorThreads });
        const { rows } = figureOf(viewOf('connections', from), 'table', 'connections-fits');
        expect(rows.filter(({ fix }) => fix).length).toBeGreaterThan(5);
        for (const { fix } of rows) {
          if (!fix) continue;
          const after = pressed(from, 'A', fix);
          const found = resultOf(after.plan).findings.map(({ id }) => id);
          expect(found, `${reckonBy} ${fix.label}`).not.toContain('H2');
          expect(found).not.toContain('H1');
        }
      }
    }
  });

  it('explains both errors and marks the one that was seen', () => {
    const view = viewOf('connections', plan, {}, 'A');
    const table = figureOf(view, 'table', 'connections-errors');
    expect(table.rows.filter(({ isMarked }) => isMarked).map(({ id }) => id)).toEqual(['1040']);
    expect(rowOf(view, 'connections-errors', '1040')[2]).toContain('Less pool');
    expect(rowOf(view, 'connections-errors', 'queuepool')[2]).toContain('More pool');
    expect(findingIn(view, 'H10')?.fix?.edit.kind).not.toBe('open-view');
  });

  it('sizes memory and queues of 24 engine processes on three hosts', () => {
    const row = rowOf(viewOf('connections', plan, {}, 'C'), 'connections-queue', 'C');
    // 3 + 3 + 5 × 24 = 126 queues; 8 × 150 MB = 1.2 GiB, 8 × 300 to 600 MB = 2.3 to 4.7 GiB.
    expect(row.slice(1)).toEqual([
      '72',
      '168',
      '1,188',
      '126 162 with reply queues',
      '1.2 GiB',
      '2.3 GiB to 4.7 GiB',
    ]);
  });

  it('rests each figure of queues and memory on what was measured', () => {
    const { rows } = figureOf(viewOf('connections', plan, {}, 'C'), 'table', 'connections-queue');
    const rules = rows.flatMap(({ cells }) => cells.slice(1).map(({ explain }) => explain?.rules));
    expect(rules).toHaveLength(4 * 6);
    expect(rules.every((cited) => cited?.join() === 'M3')).toBe(true);
  });

  it('draws each control plane with as many processes and slots as the option has', () => {
    const engines = (figure: SystemFigure) => {
      const at = figure.places.findIndex(({ id }) => id === 'engine');
      return figure.systems.map(({ letter, cells }) => {
        const [hosts, ...others] = cells[at]?.hosts ?? [];
        const part = hosts?.parts[0];
        return [
          letter,
          hosts?.count,
          part && 'count' in part && part.count,
          part?.shape === 'process' && part.slots,
          others.length,
        ];
      });
    };
    const figure = figureOf(viewOf('connections', plan, {}, 'C'), 'system', 'connections-system');
    expect(engines(figure)).toEqual([
      ['A', 3, 4, 1, 0],
      ['B', 3, 8, 1, 0],
      ['C', 3, 8, 1, 0],
      ['D', 3, 32, 1, 0],
    ]);
    const upstream = { ...plan, shared: { ...plan.shared, reckonBy: 'upstream' } };
    const there = figureOf(viewOf('connections', upstream, {}, 'C'), 'system', 'connections-system');
    expect(engines(there).map(([letter, , , slots]) => [letter, slots])).toEqual([
      ['A', 64],
      ['B', 64],
      ['C', 64],
      ['D', 64],
    ]);
    for (const { cells } of there.systems) expect(cells).toHaveLength(there.places.length);
  });
});
