import { describe, expect, it } from 'vitest';
import { listed } from '../../../../src/sizing/calculators/cloud-controller/fleet-name.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { withOwn } from '../round-trip.ts';
import { fleets, planWith, resultOf } from './plans.ts';

const { profile3, profile3plus1, thin } = fleets;

describe('fleetName', () => {
  const start = (option: Inputs) => resultOf(planWith(option)).verdict.headline.split(/ carr/)[0];

  it.each([
    [{ ...profile3, vms: 1 }, 'One 4-vCPU Puma VM'],
    [{ ...profile3, vms: 10 }, 'Ten 4-vCPU Puma VMs'],
    [{ ...profile3, vms: 11 }, '11 Puma VMs with 4 vCPU each'],
    [{ ...thin, vms: 1 }, 'One Thin VM'],
    [{ ...thin, vms: 2 }, 'Two Thin VMs'],
    [{ ...thin, vms: 11 }, '11 Thin VMs'],
  ])('calls %j by its number, size and server: %s', (option, name) => {
    expect(start(option)).toBe(name);
  });
});

describe('baselineName', () => {
  /** What the paragraph says of a baseline that differs from today’s fleet as given. */
  function saidOf(baseline: Inputs): string | undefined {
    const { findings } = resultOf(withOwn(planWith({ ...profile3, vms: 12 }), 'A', baseline));
    return findings.find((finding) => finding.id === 'fine-baseline')?.title;
  }

  it.each([
    [{}, 'Carries more than today’s Thin fleet in every condition'],
    [{ vms: 19 }, 'Carries more than option A in every condition'],
    [{ threadsPerWorker: 19 }, 'Carries more than option A in every condition'],
    // As many VMs and threads, but on Puma with one worker.
    [{ engine: 'puma', workersPerVm: 1 }, 'Carries more than option A in every condition'],
  ])('calls a baseline today’s fleet only where it is that: %j', (baseline, title) => {
    expect(saidOf(baseline)).toBe(title);
  });
});

describe('loadName', () => {
  const verdict = (shared: Inputs) => resultOf(planWith(profile3plus1, shared)).verdict.headline;

  it('names growth only where there is some', () => {
    expect(verdict({ growthPercent: 1 })).toContain('today’s 400 requests plus 1%');
    expect(verdict({})).toContain('carry today’s 400 requests, even');
  });
});

describe('listed', () => {
  it('joins names as a sentence does', () => {
    expect(listed([])).toBe('');
    expect(listed(['A'])).toBe('A');
    expect(listed(['A', 'B'])).toBe('A and B');
    expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
  });
});
