import { describe, expect, it } from 'vitest';
import { cellOf, fleets, planWith } from './plans.ts';

describe('comparisonTableOf', () => {
  const plan = planWith(fleets.profile3plus1);

  it('reckons memory by the guide’s factor from the memory you entered', () => {
    // CF-7: "Increase memory for your API instances by a factor of how many workers each instance will have".
    expect(cellOf('memory', plan).explain).toMatchObject({
      worked: '9 × 4 × 4 = 144 GiB',
      origins: ['guide', 'yours'],
      rules: ['CF-7', 'K8'],
    });
    expect(cellOf('memory-per-vm', plan).explain).toMatchObject({
      worked: '4 × 4 = 16 GiB',
      origins: ['guide', 'yours'],
      rules: ['CF-7', 'K8'],
    });
  });

  it('cites for local workers the sentence on the server that runs', () => {
    // CF-4: "Each Single-Process API instance has 2"; CF-8: "twice as many local job workers as there are API workers".
    expect(cellOf('local-workers', plan, 'A').explain).toMatchObject({
      worked: '20 × 2 = 40',
      rules: ['CF-4'],
    });
    expect(cellOf('local-workers', plan, 'B').explain).toMatchObject({
      worked: '9 × 8 = 72',
      rules: ['CF-8'],
    });
  });

  it('cites for connections the pool of every process and what local workers may open', () => {
    expect(cellOf('connections', plan, 'A').explain).toMatchObject({
      worked: '20 × 25 + 20 × 2 × 1 = 540',
      rules: ['CF-10', 'R-3'],
    });
    expect(cellOf('connections', plan, 'B').explain).toMatchObject({
      worked: '9 × (4 + 1) × 13 + 9 × 8 × 1 = 657',
      rules: ['CF-10', 'R-3'],
    });
  });
});
