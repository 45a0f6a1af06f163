import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import { planWith } from './plans.ts';

describe('worker table', () => {
  const autos = (vcpuPerController: number) => heat.evaluate(planWith({ vcpuPerController }), 'A').autoValues;

  it.each([
    [4, 2, 2],
    [8, 4, 4],
    [16, 8, 4],
    [32, 16, 8],
    [64, 16, 8],
  ])('gives a controller of %i vCPU %i engine and %i API workers', (vcpu, engineWorkers, apiWorkers) => {
    expect(autos(vcpu)).toMatchObject({ engineWorkers, apiWorkers });
  });

  it.each([
    [6, 2, 2, 'between rows; the lower one, 4,'],
    [24, 8, 4, 'between rows; the lower one, 16,'],
    [2, 1, 1, 'Under the table; 1 worker per 2 vCPU'],
    [1, 1, 1, 'Under the table; 1 worker per 2 vCPU'],
  ])(
    'reads %i vCPU as %i engine and %i API workers and says how',
    (vcpu, engineWorkers, apiWorkers, said) => {
      expect(autos(vcpu)).toMatchObject({ engineWorkers, apiWorkers });
      const { formNotes } = heat.evaluate(planWith({ vcpuPerController: vcpu }), 'A');
      expect(formNotes.hints.vcpuPerController).toContain(said);
    },
  );

  it('lets the pool follow twice the workers, never under the default of 10', () => {
    expect(autos(16).poolSize).toBe(16);
    expect(autos(4).poolSize).toBe(10);
  });
});
