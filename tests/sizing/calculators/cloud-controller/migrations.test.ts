import { describe, expect, it } from 'vitest';
import { migrations } from '../../../../src/sizing/calculators/cloud-controller/migrations.ts';
import type { RawPlan } from '../../../../src/sizing/core/raw-plan.ts';

describe('migrations', () => {
  const [first] = migrations;
  const raw = (shared: readonly (readonly [string, string])[]): RawPlan => ({
    shared: new Map(shared),
    options: [{ letter: 'A', name: 'Today', inputs: new Map([['n', '20']]) }],
  });

  it('gives a link of the first version the guide’s names, and keeps all else', () => {
    expect(first?.(raw([['az', '3']]))).toEqual(
      raw([
        ['target', 'guide'],
        ['az', '3'],
      ]),
    );
  });

  it('keeps a target that is named', () => {
    expect(first?.(raw([['target', '1.196']])).shared.get('target')).toBe('1.196');
  });
});
