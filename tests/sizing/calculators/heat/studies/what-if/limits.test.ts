import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../../../../../src/sizing/calculators/heat/studies/what-if/conditions.ts';
import {
  limitFix,
  limitsOf,
} from '../../../../../../src/sizing/calculators/heat/studies/what-if/limits-table.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { optionOf, planWith, table } from '../../plans.ts';
import { figureOf, viewOf } from '../view-of.ts';

describe('limitsOf', () => {
  function limits(shared: Inputs = {}) {
    const option = optionOf(planWith(shared, table));
    return Object.fromEntries(
      limitsOf(option, conditionsOf(option.inputs)).map((limit) => [limit.id, limit]),
    );
  }

  it('asks for the most of any condition: twice the resources, ten stacks, their long end in seconds', () => {
    const { action, resources, rpc, stacks } = limits();
    expect([resources?.needed, resources?.set, resources?.guide, resources?.upstream]).toEqual([
      600,
      1000,
      '1,000',
      '1,000',
    ]);
    expect([stacks?.needed, stacks?.set, stacks?.guide, stacks?.upstream]).toEqual([10, 100, '100', '512']);
    expect([rpc?.needed, rpc?.set, rpc?.guide, rpc?.upstream]).toEqual([60, 120, '120', '60']);
    // 60,000 ÷ 24 + 120 × 23/24 = 2,615 s.
    expect([action?.needed, action?.set, action?.guide, action?.upstream]).toEqual([
      2615,
      3600,
      'not named',
      '3,600',
    ]);
    expect(limits({ release: '12' }).stacks?.upstream).toBe('100');
  });

  it('counts as it is where nothing is left to create, and no time of it', () => {
    const { action, resources } = limits({
      lostControllers: 3,
      growthFactor: 1,
      manyStacks: 1,
      slowFactor: 1,
    });
    expect(resources?.needed).toBe(300);
    // One worker lost: 6,000 ÷ 23 + 120 × 22/23 = 375.7 s.
    expect(action?.needed).toBe(376);
  });

  it('offers what is needed only over what is set, and where the field takes it', () => {
    const limit = (needed: number, set: number) => {
      const { resources } = limits();
      if (!resources) throw new Error('There is no limit.');
      return limitFix({ ...resources, needed, set });
    };
    expect(limit(1000, 1000)).toBeUndefined();
    expect(limit(1001, 1000)).toEqual({
      label: 'Allow 1,001',
      edit: { kind: 'set', inputs: { maxResourcesPerStack: 1001 } },
    });
    expect(limit(100_000, 1000)?.edit.kind).toBe('set');
    expect(limit(100_001, 1000)).toBeUndefined();
    const { rpc } = limits({ rpcTimeoutSeconds: 59 });
    expect(rpc && limitFix(rpc)).toEqual({
      label: 'Allow 60 s',
      edit: { kind: 'set', inputs: { rpcTimeoutSeconds: 60 } },
    });
  });
});

describe('limitsTable', () => {
  const cells = (shared: Inputs) =>
    figureOf(viewOf('what-if', planWith(shared, table)), 'table', 'what-if-limits').rows.map(
      (row) => row.cells,
    );

  it('tones what is needed by what is set', () => {
    expect(cells({}).map(([, needed]) => [needed?.text, needed?.tone, needed?.note])).toEqual([
      ['600', 'good', undefined],
      ['10', 'good', undefined],
      ['60 s', 'good', 'at least, with nested stacks'],
      ['2,615 s', 'good', undefined],
    ]);
    const short = {
      maxResourcesPerStack: 599,
      maxStacksPerProject: 9,
      rpcTimeoutSeconds: 59,
      stackTimeoutSeconds: 2614,
    };
    expect(cells(short).map(([, needed]) => [needed?.tone, needed?.note])).toEqual([
      ['bad', 'over what is set'],
      ['bad', 'over what is set'],
      ['bad', 'at least, with nested stacks'],
      ['bad', 'over what is set'],
    ]);
    expect(cells(short).map(([, , set]) => [set?.text, set?.value])).toEqual([
      ['599', 599],
      ['9', 9],
      ['59 s', 59],
      ['2,614 s', 2614],
    ]);
    expect(cells(short).map(([limit]) => limit)).toEqual(
      ['Resources per stack', 'Stacks per project', 'RPC timeout', 'Stack action timeout'].map((text) => ({
        text,
        value: null,
      })),
    );
  });

  it('meets a limit at exactly what is needed', () => {
    expect(cells({ maxResourcesPerStack: 600 })[0]?.[1]).toEqual({ text: '600', value: 600, tone: 'good' });
  });
});
