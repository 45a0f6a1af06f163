import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { findingsFor, firstVisit, fleets, resultOf } from './plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

describe('findingsOf', () => {
  it('says what is right as well', () => {
    const fine = findingsFor(profile3plus1, { connectionsFree: 800 }).filter((f) => f.severity === 'fine');
    expect(fine.map((f) => f.title)).toEqual([
      'One core for each worker, seven threads in reserve',
      'The database has 143 connections to spare',
      'Carries more than today’s Thin fleet in every condition',
    ]);
  });

  it('cites only rules of the register', () => {
    const variations: readonly Inputs[] = [thin, profile2, profile3, profile3plus1, profile4];
    const shared: readonly Inputs[] = [{}, { names: 'guide' }, { reckon: 'upstream', capi: '1.236' }];
    const cited = variations
      .flatMap((option) => shared.flatMap((s) => findingsFor(option, s)))
      .flatMap((f) => f.rules);
    expect(cited.filter((id) => !(id in cloudController.rules))).toEqual([]);
  });

  it('leaves nothing to change once the advice is followed and nothing is scaled in', () => {
    const { plan } = firstVisit();
    const followed = {
      ...plan,
      shared: {
        ...plan.shared,
        raisesRestartLimit: true,
        connectionsFree: 900,
        names: 'spec',
        survive: 'az',
        thinVms: 12,
        thinThreads: 33,
      },
      options: plan.options.map((o) => (o.letter === 'C' ? { ...o, inputs: { ...o.inputs, vms: 12 } } : o)),
    };
    const { findings, verdict } = resultOf(followed, 'C');
    expect(findings.filter((f) => f.severity === 'blocker' || f.severity === 'caution')).toEqual([]);
    expect(verdict.state).toBe('meets');
    expect(verdict.stateText).toBe('Option C meets the target');
  });
});
