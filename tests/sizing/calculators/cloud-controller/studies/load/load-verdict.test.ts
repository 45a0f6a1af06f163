import { describe, expect, it } from 'vitest';
import { loadFindings } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-findings.ts';
import { loadVerdict } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-verdict.ts';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Finding, Severity } from '../../../../../../src/sizing/core/finding.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { planOfFleets } from '../load-view.ts';
import { caseOf, caseOfOne, cpuOnly, twoPuma, twoThin, withoutPercentiles } from './case-of.ts';

/** Thin is full at 20 a second, Puma at 40; with one VM lost at 10 and 20. A lone VM is "Single". */
async function verdictFor(selected: Letter, shared: Inputs) {
  const plan = planOfFleets(
    [
      ['Thin', twoThin],
      ['Puma', twoPuma],
      ['Single', { ...twoThin, vms: 1 }],
    ],
    { ...cpuOnly, acceptPolicy: 'even', survive: 'none', failureSeconds: 30, ...shared },
  );
  const load = await caseOf(plan, selected);
  return loadVerdict(load, loadFindings(load));
}

const said = async (selected: Letter, shared: Inputs) =>
  plainText((await verdictFor(selected, shared)).paragraph);

function finding(severity: Severity): Finding {
  return { id: 'x', severity, title: 'x', text: 'x', rules: [] };
}

describe('loadVerdict', () => {
  it('meets the load, meets it with cautions, or is short of it', async () => {
    const load = await caseOfOne(twoThin, { requestsPerSecond: 10 });
    const verdict = (...found: readonly Severity[]) => {
      const { state, stateText } = loadVerdict(load, found.map(finding));
      return [state, stateText];
    };
    const carries = 'Option A carries 10 requests a second';
    expect(verdict()).toEqual(['meets', carries]);
    expect(verdict('note', 'fine')).toEqual(['meets', carries]);
    expect(verdict('note', 'caution')).toEqual(['changes', `${carries}, with 1 caution`]);
    expect(verdict('caution', 'note', 'caution')).toEqual(['changes', `${carries}, with 2 cautions`]);
    expect(verdict('caution', 'blocker')[0]).toBe('short');
  });

  it('is short where the queue grows or nothing is left, whatever was found', async () => {
    const grows = await caseOfOne(twoThin, { requestsPerSecond: 25 });
    expect(loadVerdict(grows, [])).toMatchObject({
      state: 'short',
      stateText: 'Option A does not settle: the queue grows by 5 a second',
    });
    const gone = await caseOfOne({ ...twoThin, vms: 1 }, { requestsPerSecond: 5, loadCondition: 'vm' });
    expect(loadVerdict(gone, [])).toMatchObject({
      state: 'short',
      stateText: 'Option A has nothing left to serve',
    });
  });

  it('has the four numbers of the selected option, with a word where there is none', async () => {
    const figures = async (shared: Inputs, selected: Letter = 'A') =>
      (await verdictFor(selected, shared)).keyFigures.map(({ cell, label }) => [label, cell.text]);
    // M/M/1 at a half: 200 ms, 95 % within 200 × ln 20.
    expect(await figures({ requestsPerSecond: 10 })).toEqual([
      ['Full at', '20'],
      ['Used at the load', '50 %'],
      ['Mean response', '200'],
      ['95 of 100 within', '599'],
    ]);
    expect(await figures({ requestsPerSecond: 25 })).toEqual([
      ['Full at', '20'],
      ['Used at the load', '125 %'],
      ['Mean response', 'grows'],
      ['95 of 100 within', '–'],
    ]);
    const lost = { requestsPerSecond: 5, loadCondition: 'vm' };
    expect((await figures(lost, 'C')).map(([, text]) => text)).toEqual([
      '0',
      'nothing left',
      'nothing left',
      '–',
    ]);
  });

  it('reads the headline aloud with the option', async () => {
    const { headline, spoken } = await verdictFor('B', { requestsPerSecond: 10 });
    expect(headline).toBe('Puma is full at 40 requests a second; Thin at 20.');
    expect(spoken).toBe(`Option B: ${headline}`);
  });

  it('says what a request takes alone and at the load, and what it takes the baseline', async () => {
    const alone = 'A request takes 100 ms CPU and 0 ms waiting alone. At 10 a second with all up it takes ';
    expect(await said('A', { requestsPerSecond: 10 })).toContain(
      `${alone}200 ms on average, and 95 of 100 are answered within 599 ms. When`,
    );
    // M/M/2 at a quarter: 106.7 ms.
    expect(await said('B', { requestsPerSecond: 10 })).toMatch(
      new RegExp(
        `^${alone}107 ms on average, and 95 of 100 are answered within \\d+ ms\\. Thin: 200 ms on average\\.`,
      ),
    );
  });

  it('leaves out percentiles that were not worked out', async () => {
    const load = await caseOfOne(twoThin, { requestsPerSecond: 10 });
    const selected = withoutPercentiles(load.selected);
    expect(plainText(loadVerdict({ ...load, selected, baseline: selected }, []).paragraph)).toMatch(
      /with all up it takes 200 ms on average\.$/,
    );
  });

  it('says of whom the queue grows or nothing is left', async () => {
    expect(await said('A', { requestsPerSecond: 25 })).toBe(
      'A request takes 100 ms CPU and 0 ms waiting alone. At 25 a second with all up it does not settle: the queue grows by 5 a second, for as long as the load lasts.',
    );
    expect(await said('B', { requestsPerSecond: 25 })).toContain(
      '. Thin does not settle: the queue grows by 5 a second.',
    );
    expect(await said('C', { requestsPerSecond: 5, loadCondition: 'vm' })).toMatch(
      /At 5 a second with one VM lost no VM is left\. When one process stalls/,
    );
    const plan = planOfFleets(
      [
        ['Single', { ...twoThin, vms: 1 }],
        ['Thin', twoThin],
      ],
      { ...cpuOnly, requestsPerSecond: 5, loadCondition: 'vm' },
    );
    const load = await caseOf(plan, 'B');
    expect(plainText(loadVerdict(load, []).paragraph)).toContain('. Single has nothing left.');
  });

  const stall = 'When one process stalls for 30 s and the router keeps sending,';

  it('says what a stalled process holds up in the baseline and in the option', async () => {
    // 5 a second for 30 + 30 s and half a request inside; of Puma a quarter of a request, and nothing to recover from.
    expect(await said('B', { requestsPerSecond: 10 })).toContain(
      `${stall} Thin holds up about 301 requests and needs 30 s more to recover; Puma holds up about 0.25 requests.`,
    );
  });

  it('says it once where the baseline is selected', async () => {
    expect(await said('A', { requestsPerSecond: 10 })).toMatch(
      /keeps sending, Thin holds up about 301 requests and needs 30 s more to recover\.$/,
    );
  });

  it('says of half a second and more that it takes to recover', async () => {
    // 0.7 a second at each: 1 s of them, 0.7, is worked off at 9.3 a second in 0.08 s; 3.5 a second: 3.5 / 6.5 = 0.54 s.
    expect(await said('A', { requestsPerSecond: 1.4, failureSeconds: 1 })).not.toContain('recover');
    expect(await said('A', { requestsPerSecond: 7, failureSeconds: 1 })).toContain(
      'needs 1 s more to recover',
    );
  });

  it('leaves out who does not settle at the load anyway', async () => {
    expect(await said('B', { requestsPerSecond: 25 })).toContain(`${stall} Puma holds up about `);
    expect(await said('A', { requestsPerSecond: 25 })).not.toContain('When one process stalls');
  });

  it('ends with what a run found', async () => {
    const load = await caseOfOne(twoThin, { requestsPerSecond: 10 });
    expect(loadVerdict(load, [], [' Simulated.']).paragraph.at(-1)).toBe(' Simulated.');
  });
});
