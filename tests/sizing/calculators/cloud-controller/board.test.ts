import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { fleets, observed, planWith, resultOf } from './plans.ts';

const { profile3plus1, thin } = fleets;

describe('boardOf', () => {
  const under = (option: Inputs) => resultOf(planWith(option)).configurations;

  it('says under each option how many VMs of what size run what', () => {
    expect(under(profile3plus1)).toEqual({
      A: ['20 VMs × 1 vCPU', 'Thin, 20 threads'],
      B: ['9 VMs × 4 vCPU', 'Puma 4 × 13'],
    });
    expect(under({ ...thin, vms: 1, threadsPerWorker: 1 }).B).toEqual(['1 VM × 1 vCPU', 'Thin, 1 thread']);
  });
});

describe('provenanceOf', () => {
  const restOn = (shared: Inputs) =>
    Object.fromEntries(
      resultOf(planWith(profile3plus1, shared)).provenance.map(({ origin, text }) => [origin, text]),
    );

  it.each([
    [{}, '4 GiB per Thin VM, 3 AZs'],
    [{ connectionsFree: 800 }, '4 GiB per Thin VM, 3 AZs, 800 connections free'],
    [{ connectionsFree: 1, zones: 1 }, '4 GiB per Thin VM, 1 AZ, 1 connection free'],
    [observed(300), '4 GiB per Thin VM, 3 AZs, the observed peak'],
    [{ growthPercent: 5 }, '4 GiB per Thin VM, 3 AZs, 5% growth'],
  ])('lists what the user gave: %j', (shared, text) => {
    expect(restOn(shared).yours).toBe(text);
  });

  it('counts a local worker’s connections as assumed by the guide and as published by upstream', () => {
    expect(Object.keys(restOn({}))).toEqual(['guide', 'release', 'yours', 'assumed']);
    expect(restOn({}).assumed).toBe('1 connection per local worker; VMs spread evenly over the AZs');
    expect(restOn({}).release).not.toContain('local worker');
    const upstream = restOn({ reckon: 'upstream' });
    expect(upstream.assumed).toBe('VMs spread evenly over the AZs');
    expect(upstream.release).toMatch(/, 25 connections per local worker$/);
  });
});
