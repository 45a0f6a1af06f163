import { describe, expect, it } from 'vitest';
import type { Inputs, Letter } from '../../../../../src/sizing/core/plan.ts';
import { planWith, table } from '../plans.ts';
import { figureOf, viewOf } from './view-of.ts';

describe('systemPicture', () => {
  const picture = (shared: Inputs = {}, selected: Letter = 'A') =>
    figureOf(
      viewOf(
        'what-if',
        planWith({ lostControllers: 0, lostWorkers: 0, ...shared }, table, { ...table, engineWorkers: 4 }),
        {},
        selected,
      ),
      'system',
      'what-if-system',
    );
  const cellsOf = (shared: Inputs = {}) =>
    Object.fromEntries(
      picture(shared).places.map(({ id }, at) => [id, picture(shared).systems[0]?.cells[at]]),
    );

  it('has hosts and what flows between them in turn, none of them lost', () => {
    const { places } = picture();
    expect(places.map(({ id, kind }) => [id, kind])).toEqual([
      ['api', 'hosts'],
      ['rpc', 'flow'],
      ['queue', 'hosts'],
      ['queue-connections', 'flow'],
      ['engine', 'hosts'],
      ['resources', 'flow'],
      ['connections', 'flow'],
      ['database', 'hosts'],
    ]);
    expect(places.every(({ isLost }) => !isLost)).toBe(true);
    expect(places[6]?.title).toBe('Database connections at most');
    expect(picture({ maxConnections: 600 }).places[6]?.title).toBe('Database connections at most, 600 free');
  });

  it('counts what passes: 12 API processes, 168 connections, 24 resources, 576 to the database', () => {
    const cells = cellsOf();
    expect(cells.rpc).toEqual({ value: '12', note: '', tone: 'plain', hosts: [] });
    expect(cells['queue-connections']?.value).toBe('168');
    expect(cells.resources?.value).toBe('24');
    expect(cells.connections).toEqual({ value: '576', note: '', tone: 'plain', hosts: [] });
    expect(cellsOf({ reckonBy: 'upstream' }).resources?.value).toBe('1,536');
  });

  it('judges connections where there is a limit, exactly met included', () => {
    const judged = (maxConnections: number) => {
      const { connections } = cellsOf({ maxConnections });
      return [connections?.note, connections?.tone];
    };
    expect(judged(600)).toEqual(['24 spare', 'good']);
    expect(judged(576)).toEqual(['exact', 'good']);
    expect(judged(500)).toEqual(['76 over', 'bad']);
  });

  it('fills the queue and the database', () => {
    const cells = cellsOf({ maxConnections: 600 });
    const store = (title: string, label: string, used: number, limit: number | null) => [
      { title, count: 1, isLost: false, parts: [{ shape: 'store', label, used, limit }] },
    ];
    expect(cells.queue).toMatchObject({ value: '', hosts: store('RabbitMQ', 'queue', 162, null) });
    expect(cells.database).toMatchObject({ value: '', hosts: store('Database', 'connection', 576, 600) });
    expect(cellsOf().database?.hosts).toEqual(store('Database', 'connection', 576, null));
  });

  it('draws API workers without slots and engine workers with their tasks', () => {
    const cells = cellsOf();
    expect(cells.api?.hosts).toEqual([
      {
        title: 'controller',
        count: 3,
        isLost: false,
        parts: [{ shape: 'process', label: 'API worker', count: 4, slots: 0, slotLabel: 'request', lost: 0 }],
      },
    ]);
    expect(cells.engine?.hosts[0]?.parts).toEqual([
      { shape: 'process', label: 'engine worker', count: 8, slots: 1, slotLabel: 'task', lost: 0 },
    ]);
  });

  it('loses controllers with all their API workers, and workers on those that are up', () => {
    const lost = { lostControllers: 1, lostWorkers: 3 };
    const cells = cellsOf(lost);
    expect(cells.rpc?.value).toBe('8');
    // 16 − 3 engines; 6 × 13 + 2 × 8.
    expect(cells.resources?.value).toBe('13');
    expect(cells['queue-connections']?.value).toBe('94');
    // 384 − 3 × 16.
    expect(cells.connections?.value).toBe('336');
    expect(cells.api?.hosts.map(({ count, isLost }) => [count, isLost])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(picture(lost).subtitle).toBe('2 controllers up. Engine processes: A\u00a013, B\u00a05.');
  });

  it('spreads lost workers evenly, the rest on the first controllers', () => {
    const hosts = (lostWorkers: number) =>
      cellsOf({ lostWorkers }).engine?.hosts.map(({ count, parts: [part] }) => [
        count,
        part?.shape === 'process' ? part.lost : null,
      ]);
    expect(hosts(3)).toEqual([[3, 1]]);
    expect(hosts(4)).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(hosts(100)).toEqual([
      [1, 8],
      [2, 8],
    ]);
    expect(cellsOf({ lostWorkers: 100 }).resources?.value).toBe('0');
  });

  it('has nothing but lost hosts where all are lost', () => {
    const cells = cellsOf({ lostControllers: 5, lostWorkers: 1 });
    expect(cells.engine?.hosts.map(({ count, isLost }) => [count, isLost])).toEqual([[3, true]]);
    expect([cells.rpc?.value, cells.resources?.value, cells.connections?.value]).toEqual(['0', '0', '0']);
    expect(picture({ lostControllers: 5 }).subtitle).toMatch(/^0 controllers up\./);
  });

  it('names each option and which is selected', () => {
    expect(
      picture({}, 'B').systems.map(({ detail, isSelected, letter }) => [letter, isSelected, detail]),
    ).toEqual([
      ['A', false, '3 × 4 API, 3 × 8 engine'],
      ['B', true, '3 × 4 API, 3 × 4 engine'],
    ]);
  });
});
