import { describe, expect, it } from 'vitest';
import { guidePlan, runOf } from '../load-view.ts';

describe('runFindings', () => {
  it('says of a release whose workers queue for themselves that this keeps curve and simulation apart', async () => {
    const why = async (capi: string) => {
      const view = await runOf(guidePlan({ capi, requestsPerSecond: 300, runRequests: 5000 }));
      return view.findings.find(({ id }) => id === 'L10')?.text;
    };
    expect(await why('1.196')).toContain('simulated workers race for it, and idle ones win.');
    expect(await why('1.218')).toContain(
      'simulated workers race for it and queue it for themselves, and idle ones win.',
    );
  });
});
