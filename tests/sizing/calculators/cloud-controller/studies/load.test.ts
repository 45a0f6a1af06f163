import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../src/sizing/core/explanation.ts';
import type { Inputs, Letter } from '../../../../../src/sizing/core/plan.ts';
import type { StudyView } from '../../../../../src/sizing/core/study.ts';
import { fleets } from '../plans.ts';
import { cellOf, chartsIn, guidePlan, jobOf, planOfFleets, runOf, viewOf } from './load-view.ts';
import { findingIn, tableIn } from './views.ts';

const letters = ['A', 'B', 'C', 'D'] as const satisfies readonly Letter[];
const ceilings = (view: StudyView) =>
  letters.map((l) => Math.round(cellOf(view, 'answers', 'ceiling', l).value ?? 0));

describe('the Load view', () => {
  it('fills the guide’s four profiles at 400, 400, 640 and 560 requests a second of 50 ms CPU and 50 ms waiting', async () => {
    const view = await viewOf(guidePlan());
    expect(ceilings(view)).toEqual([400, 400, 640, 560]);
    expect(view.verdict.headline).toBe('Profile 4 is full at 560 requests a second; Today at 400.');
  });

  it('takes 100 ms where nobody else is served', async () => {
    const view = await viewOf(guidePlan({ requestsPerSecond: 0.01 }));
    for (const letter of letters) expect(cellOf(view, 'answers', 'mean', letter).value).toBeCloseTo(100, 1);
  });

  it('says that 450 requests a second grow today’s queue by 50 a second', async () => {
    const view = await viewOf(guidePlan({ requestsPerSecond: 450 }), 'A');
    expect(cellOf(view, 'answers', 'mean', 'A').text).toBe('does not settle: the queue grows by 50 a second');
    expect(view.verdict.state).toBe('short');
    // 24 processes serve 480 a second, and 85 % of that is less than 450; 27 serve 540, and 85 % of it is 459.
    expect(findingIn(view, 'L1')?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 27 } });
  });

  it.each([
    ['worker', [380, 200, 480, 480]],
    ['vm', [380, 360, 560, 420]],
    // Of 20, 10, 8 and 4 VMs in 3 zones, 7, 4, 3 and 2 are lost.
    ['az', [260, 240, 400, 280]],
  ])('is full earlier in condition %s: at %j', async (loadCondition, expected) => {
    expect(ceilings(await viewOf(guidePlan({ loadCondition })))).toEqual(expected);
  });

  it('holds up 1,800 requests of Thin for a stall of 30 s at 300 a second, recovered after 90 s, and two of a cluster', async () => {
    const view = await viewOf(guidePlan({ requestsPerSecond: 300, failureSeconds: 30 }));
    expect((cellOf(view, 'stall', 'held', 'A').value ?? 0) / 1800).toBeCloseTo(1, 2);
    expect(cellOf(view, 'stall', 'recovery', 'A').value).toBeCloseTo(90, 6);
    expect(cellOf(view, 'stall', 'held', 'D').value).toBeLessThan(2);
    expect(cellOf(view, 'stall', 'recovery', 'D').text).toBe('at once');
    // 15 a second for 16 s, until the health check has noticed, and the few inside.
    expect(cellOf(view, 'stall', 'checked', 'A').value).toBeGreaterThan(240);
    expect(cellOf(view, 'stall', 'checked', 'A').value).toBeLessThan(250);
  });

  it('reckons a published duration and says that its CPU share is assumed', async () => {
    const view = await viewOf(
      guidePlan({ requestFrom: 'published', publishedDurations: 'mysql-all', cpuSharePercent: 50 }),
    );
    // 631 ms, half of it CPU, on 20 processes.
    expect(cellOf(view, 'answers', 'ceiling', 'A').value).toBeCloseTo(20 / 0.3155, 1);
    expect(view.findings.map((f) => f.text).join(' ')).toContain('no CPU share was published');
  });

  it('leaves the waits of nobody in a request read from metrics of an almost idle fleet', async () => {
    const metrics = {
      requestFrom: 'metrics',
      measuredPerSecond: 1,
      measuredCpuCores: 0.05,
      measuredOutstanding: 0.1,
    };
    const view = await viewOf(guidePlan(metrics));
    expect(view.hints.requestFrom).toBe('A request takes 50 ms CPU and 50 ms waiting.');
    expect(cellOf(view, 'answers', 'ceiling', 'A').value).toBeCloseTo(400, 3);
  });

  it('takes the wait for the lock off the time on a thread that metrics of a busy fleet show', async () => {
    // 15 cores and 120 requests at 300 a second: 50 ms CPU, 400 ms on a thread, of which much is a wait for the lock.
    const metrics = {
      requestFrom: 'metrics',
      measuredPerSecond: 300,
      measuredCpuCores: 15,
      measuredOutstanding: 120,
    };
    const view = await viewOf(guidePlan(metrics), 'A');
    const waitingMs = Number(/50 ms CPU and (\d+) ms waiting/.exec(view.hints.requestFrom ?? '')?.[1]);
    expect(waitingMs).toBeGreaterThan(0);
    expect(waitingMs).toBeLessThan(400 - 50);
    const worked = cellOf(view, 'answers', 'mean', 'A').explain?.worked ?? '';
    // Put back in, the fleet shows the 400 ms again: a request alone and its wait for the lock, each in whole ms.
    const [, alone, lock] = /: (\d+) ms \+ (\d+) ms \+/.exec(worked) ?? [];
    expect(Math.abs(Number(alone) + Number(lock) - 400)).toBeLessThanOrEqual(1);
    // 15 of 20 processes busy: most of the time is the lock's, and what is left of it is unsure.
    expect(findingIn(view, 'L8-1')?.text).toContain('quieter');
  });

  it('reads CPU and database time from a log', async () => {
    const log = 'time_taken_in_ms,total_db_query_time_in_ms\n60,20\n140,80\n';
    const view = await viewOf(guidePlan({ requestFrom: 'log' }), 'D', { requests: log });
    expect(view.hints.requestFrom).toBe('A request takes 50 ms CPU and 50 ms waiting.');
    expect(ceilings(view)).toEqual([400, 400, 640, 560]);
  });
});

describe('Simulate', () => {
  const short = { requestsPerSecond: 300, runRequests: 2000 };

  it('gives the same result for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([
      runOf(guidePlan(short)),
      runOf(guidePlan(short)),
      runOf(guidePlan({ ...short, seed: 8 })),
    ]);
    expect(again).toEqual(first);
    expect(cellOf(other, 'simulated', 'mean', 'A').value).not.toBe(
      cellOf(first, 'simulated', 'mean', 'A').value,
    );
  });

  it('keeps the options that are finished when it is ended early, and names the others', async () => {
    const job = await jobOf(guidePlan(short));
    let progress = job.advance();
    expect(progress.note).toBe('option A');
    while (progress.note === 'option A') progress = job.advance();
    expect(progress.fraction).toBeLessThan(1);
    const table = tableIn(job.view(), 'simulated');
    expect(table.rows.map((r) => r.letter)).toEqual(['A']);
    expect(table.subtitle).toContain('Not simulated: B, C, D.');
  });

  it('shows the curves alone before any option is finished', async () => {
    const view = (await jobOf(guidePlan(short))).view();
    expect(view).toEqual(await viewOf(guidePlan(short)));
  });

  it('takes 100 ms of a request where nobody else is served, and says how it came about', async () => {
    const alone = { requestsPerSecond: 0.1, runRequests: 1000, distribution: 'constant' };
    const view = await runOf(guidePlan(alone));
    for (const letter of letters) expect(cellOf(view, 'simulated', 'mean', letter).value).toBeCloseTo(100, 0);
    expect(plainText(view.verdict.paragraph)).toContain('Simulated, seed 7, 1,000 requests');
    const mean = chartsIn(view).find((c) => c.id === 'response-mean');
    expect(mean?.places.map((p) => p.letter)).toEqual(['A', 'B', 'C', 'D']);
    expect(mean?.subtitle).toContain('simulated, seed 7, 1,000 requests');
  });

  it('agrees with the curve of Thin, and for Puma lies between the curves of the best and the random worker', async () => {
    const at = { requestsPerSecond: 300, runRequests: 60_000 };
    const random = await runOf(guidePlan(at));
    const best = await viewOf(guidePlan({ ...at, acceptPolicy: 'even' }));
    const simulated = (letter: Letter) => cellOf(random, 'simulated', 'mean', letter).value ?? 0;
    const curve = (view: StudyView, letter: Letter) => cellOf(view, 'answers', 'mean', letter).value ?? 0;
    expect(Math.abs(simulated('A') / curve(random, 'A') - 1)).toBeLessThan(0.1);
    for (const letter of ['B', 'C', 'D'] as const) {
      expect(simulated(letter) / curve(random, letter)).toBeGreaterThan(2 / 3);
      expect(simulated(letter) / curve(random, letter)).toBeLessThan(0.85);
      expect(Math.abs(simulated(letter) / curve(best, letter) - 1)).toBeLessThan(0.1);
    }
    // The curve of the random worker is up to a third above: that is said.
    expect(findingIn(random, 'L10')?.text).toContain('Profile 4: simulated');
    expect(findingIn(random, 'L10')?.text).not.toContain('Today');
  });

  it('shows no interval for a run of 2,000 requests and one for a quiet run of 30,000', async () => {
    const noteOf = async (shared: Inputs) => {
      const view = await runOf(planOfFleets([['Profile 4', fleets.profile4]], shared), 'A');
      return cellOf(view, 'simulated', 'mean', 'A').note;
    };
    expect(await noteOf(short)).toBe('no interval to trust');
    expect(await noteOf({ requestsPerSecond: 100, runRequests: 30_000 })).toMatch(/^± \d/);
  });

  it('lets a stall of 30 s slow hundreds of Thin’s requests and hardly one of a cluster, drawn second by second', async () => {
    const stall = {
      requestsPerSecond: 300,
      failureKind: 'stall',
      failureAtSeconds: 20,
      failureSeconds: 30,
      runSeconds: 150,
    };
    const view = await runOf(guidePlan(stall));
    // Of 1,800 held up those of the last eight seconds wait for less than 2 s; by chance it takes seconds more or less.
    expect(cellOf(view, 'simulated', 'slow', 'A').value).toBeGreaterThan(1200);
    expect(cellOf(view, 'simulated', 'slow', 'D').value).toBeLessThan(10);
    const response = chartsIn(view).find((c) => c.id === 'second-response');
    const means = (letter: Letter) => response?.series.find((s) => s.letter === letter)?.data ?? [];
    const worst = (letter: Letter) => Math.max(...means(letter).map((p) => ('y' in p ? p.y : 0)));
    // One in twenty of Thin's requests waits for up to 30 s: 1.5 s on average of all.
    expect(worst('A')).toBeGreaterThan(1000);
    expect(worst('D')).toBeLessThan(1000);
    expect(response?.marks).toMatchObject([{ axis: 'x', at: 20, to: 50 }]);
  });

  it('refuses what a queue of 1,024 cannot hold once the load is above capacity', async () => {
    const plan = planOfFleets([['Profile 4', fleets.profile4]], {
      requestsPerSecond: 2000,
      runRequests: 50_000,
    });
    const view = await runOf(plan, 'A');
    expect(cellOf(view, 'simulated', 'failed', 'A').value).toBeGreaterThan(0);
    expect(findingIn(view, 'L11')?.severity).toBe('caution');
  });

  it('sends the requests of a log that has arrivals, each of them once', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${i / 100},${50 + (i % 7) * 10},${20 + (i % 3)}`);
    const requests = ['arrival_s,duration_ms,db_ms', ...rows].join('\n');
    const view = await runOf(guidePlan({ requestFrom: 'log', distribution: 'own' }), 'D', { requests });
    expect(tableIn(view, 'simulated').subtitle).toContain(
      'the 500 requests of your log an option, at 100 requests a second',
    );
    // The first tenth of the time is left out.
    expect(cellOf(view, 'simulated', 'count', 'D').value).toBe(450);
  });
});
