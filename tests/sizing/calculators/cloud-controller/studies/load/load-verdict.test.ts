import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import { guidePlan, viewOf } from '../load-view.ts';

/**
 * Of 300 requests a second each of today's 20 processes gets 15 and can serve 20. After 30 s a stalled one has 450
 * waiting and works them off at 5 a second in 90 s; all that come in these 120 s are held up.
 */
describe('loadVerdict', () => {
  const said = async (selected: 'A' | 'D', requestsPerSecond: number) => {
    const view = await viewOf(guidePlan({ requestsPerSecond, failureSeconds: 30 }), selected);
    return plainText(view.verdict.paragraph);
  };
  const stall = 'When one process stalls for 30 s and the router keeps sending,';

  it('says what a stalled process holds up today and in the option', async () => {
    const text = await said('D', 300);
    expect(text).toContain(
      `${stall} Today holds up about 1,800 requests and needs 90 s more to recover; Profile 4 holds up about 1`,
    );
    expect(text).not.toMatch(/Profile 4 holds up about [^;]* recover/);
  });

  it('says it once where the baseline is selected', async () => {
    expect(await said('A', 300)).toMatch(
      /keeps sending, Today holds up about 1,800 requests and needs 90 s more to recover\.$/,
    );
  });

  it('leaves out who does not settle at the load anyway', async () => {
    // 450 a second are more than today's 400, and less than Profile 4's 560.
    expect(await said('D', 450)).toContain(`${stall} Profile 4 holds up about `);
    expect(await said('A', 450)).not.toContain('When one process stalls');
  });
});
