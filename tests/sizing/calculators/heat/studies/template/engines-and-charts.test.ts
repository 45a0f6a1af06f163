import { describe, expect, it } from 'vitest';
import { readDurations } from '../../../../../../src/sizing/calculators/heat/studies/template/read-durations.ts';
import {
  engineOf,
  type TemplateEngine,
} from '../../../../../../src/sizing/calculators/heat/studies/template/template-engine.ts';
import { templateFacts } from '../../../../../../src/sizing/calculators/heat/studies/template/template-facts.ts';
import { templateRunner } from '../../../../../../src/sizing/calculators/heat/studies/template/template-run.ts';
import {
  helpedByWorkers,
  workersChart,
} from '../../../../../../src/sizing/calculators/heat/studies/template/workers-chart.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { graphIn } from '../../hot/hot-edges.ts';
import { optionOf, planWith } from '../../plans.ts';
import { chainOf, server, templateOf } from '../template-texts.ts';
import { figureOf, viewOf } from '../view-of.ts';

const four: Inputs = { engineWorkers: 4 };
const eight: Inputs = { engineWorkers: 8 };
const emptyView = (shared: Inputs, own: Inputs) =>
  viewOf('template', planWith({ controllers: 3, ...shared }, own), { template: '' });

describe('engineOf', () => {
  const engine = (shared: Inputs, own: Inputs) => engineOf(optionOf(planWith(shared, own)));

  it('has the option’s processes, tasks, slots and cores', () => {
    expect(
      engine(
        { controllers: 3, vcpuPerController: 16, stackTimeoutSeconds: 99 },
        { ...eight, tasksPerWorker: 2 },
      ),
    ).toEqual({
      processes: 24,
      tasksPerWorker: 2,
      slotsPerProcess: 64,
      cores: 24,
      isConvergence: true,
      stackTimeoutSeconds: 99,
    });
    expect(
      engine({ vcpuPerController: 4 }, { ...eight, executorThreads: 7, convergence: false }),
    ).toMatchObject({
      slotsPerProcess: 7,
      cores: 12,
      isConvergence: false,
    });
  });

  it('has all cores of the controllers where it is replayed with other workers', () => {
    expect(engine({ templateWorkers: 60, vcpuPerController: 4 }, four)).toMatchObject({
      processes: 60,
      cores: 12,
    });
    expect(engine({ templateWorkers: 1, vcpuPerController: 16 }, four)).toMatchObject({
      processes: 1,
      cores: 48,
    });
  });
});

describe('templateRunner', () => {
  it('runs options with the same engines once, and others by themselves', () => {
    const read = readDurations('');
    const plan = planWith({}, four, { ...four, poolSize: 99 }, eight);
    const options = (['A', 'B', 'C'] as const).map((letter) => optionOf(plan, letter));
    const [a, b, c] = options.map(templateRunner(templateFacts(graphIn(chainOf(2)), read), read));
    expect(b?.upstream).toBe(a?.upstream);
    expect(c?.upstream).not.toBe(a?.upstream);
    expect([a, b, c].map((run) => run?.option.letter)).toEqual(['A', 'B', 'C']);
  });
});

describe('workersChart', () => {
  const read = readDurations(`${server}: 20`);
  const engine = engineOf(optionOf(planWith({ controllers: 3 }, four)));
  const chartOf = (
    template: string,
    runs: readonly { letter: Letter; workers: number; seconds: number }[] = [],
    own: Partial<TemplateEngine> = {},
  ) => workersChart(templateFacts(graphIn(template), read), read.secondsOf, { ...engine, ...own }, runs);
  const lineOf = (chart: ReturnType<typeof chartOf>, id: string) => {
    const line = chart.series.find((one) => one.id === id);
    return line?.shape === 'line' ? line.data : [];
  };
  const run = (workers: number, seconds = 20) => ({ letter: 'A' as const, workers, seconds });

  it('plays powers of two up to 64, and what options have', () => {
    const chart = chartOf(templateOf(60, server), [run(12)]);
    expect(lineOf(chart, 'guide').map(({ x }) => x)).toEqual([1, 2, 4, 8, 12, 16, 32, 64]);
    // 60 × 20 s, in whole rounds of 20 s.
    expect(lineOf(chart, 'guide').map(({ y }) => y)).toEqual([1200, 600, 300, 160, 100, 80, 40, 20]);
    expect(chart.x).toMatchObject({ min: 1, max: 64, ticks: [1, 2, 4, 8, 16, 32, 64], scale: 'log2' });
    expect(chart.y).toMatchObject({ min: 0, max: 1200, ticks: [0, 300, 600, 900, 1200], format: 'minutes' });
    expect(chart.marks).toEqual([]);
  });

  it('goes on where options have more', () => {
    const chart = chartOf(templateOf(2, server), [run(65)]);
    expect(chart.x.max).toBe(128);
    expect(lineOf(chart, 'guide').map(({ x }) => x)).toEqual([1, 2, 4, 8, 16, 32, 64, 65, 128]);
  });

  it('plays a template of more than 3,000 resources at powers of four', () => {
    const facts = templateFacts(graphIn(templateOf(2, server)), read);
    const xs = (resources: number, runs: Parameters<typeof chartOf>[1] = []) =>
      workersChart({ ...facts, resources }, read.secondsOf, engine, runs ?? []).series[0]?.data.map(
        ({ x }) => x,
      );
    expect(xs(3000)).toEqual([1, 2, 4, 8, 16, 32, 64]);
    expect(xs(3001)).toEqual([1, 4, 16, 64]);
    // The axis ends at 128, before the next power of four.
    expect(xs(3001, [run(65)])).toEqual([1, 4, 16, 64, 65]);
  });

  it('draws the guide’s time with convergence also for an option without', () => {
    expect(lineOf(chartOf(templateOf(60, server), [], { isConvergence: false }), 'guide').at(-1)?.y).toBe(20);
  });

  it('draws the legacy engine’s time as a line across', () => {
    const legacy = lineOf(chartOf(templateOf(60, server)), 'legacy');
    expect(legacy.map(({ x }) => x)).toEqual([1, 64]);
    expect(new Set(legacy.map(({ y }) => y)).size).toBe(1);
    // One level of 20 s, in steps of a second.
    expect(legacy[0]?.y).toBeGreaterThanOrEqual(20);
    expect(legacy[0]?.y).toBeLessThan(40);
  });

  it('has room for the slowest option', () => {
    expect(chartOf(templateOf(2, server), [run(12, 7000)]).y.max).toBeGreaterThanOrEqual(7000);
  });

  it('says from how many workers on nothing is gained', () => {
    // 60 in whole rounds: at 64 workers 20 s, at 32 twice that.
    expect(chartOf(templateOf(60, server)).subtitle).toMatch(/^By the guide no faster than 0:20 from 64 on;/);
    expect(chartOf(chainOf(3)).subtitle).toMatch(/^By the guide 1:00 whatever the workers;/);
    // 16 in one round from 16 workers on.
    expect(chartOf(templateOf(16, server)).subtitle).toMatch(/^By the guide no faster than 0:20 from 16 on;/);
  });

  it('takes what comes within a twentieth for enough', () => {
    const lines = chainOf(20).concat('  one: { type: OS::Nova::Server }\n');
    // One worker 420 s, two and more 400 s: exactly a twentieth.
    expect(chartOf(lines).subtitle).toMatch(/^By the guide 7:00 whatever the workers;/);
    const more = chainOf(19).concat('  one: { type: OS::Nova::Server }\n');
    // 400 s and 380 s.
    expect(chartOf(more).subtitle).toMatch(/^By the guide no faster than 6:20 from 2 on;/);
  });
});

describe('helpedByWorkers', () => {
  const read = readDurations('');
  const helped = (template: string, own: Inputs, shared: Inputs = {}) => {
    const option = optionOf(planWith({ controllers: 1, ...shared }, own));
    const facts = templateFacts(graphIn(template), read);
    const run = templateRunner(facts, read)(option);
    return {
      plain: helpedByWorkers(facts, read.secondsOf, run.engine, run.upstream),
      endless: helpedByWorkers(facts, read.secondsOf, run.engine, { ...run.upstream, makespanSeconds: null }),
    };
  };

  it('is so where slots are short, and where a stack would never end', () => {
    const few = helped(templateOf(40, server), { engineWorkers: 1, executorThreads: 1 });
    expect(few).toEqual({ plain: true, endless: true });
  });

  it('is not where the chain or the pause sets the time, nor without convergence', () => {
    expect(helped(chainOf(5), eight).plain).toBe(false);
    expect(helped(templateOf(40, server), eight).plain).toBe(false);
    expect(helped(templateOf(40, server), { engineWorkers: 1, convergence: false }).plain).toBe(false);
  });
});

describe('shapeChart', () => {
  const chart = (own: Inputs = four) =>
    figureOf(emptyView({ secondsPerResource: 20 }, own), 'xy', 'template-shape');
  const line = (id: string, own?: Inputs) => {
    const found = chart(own).series.find((one) => one.id === id);
    return found?.shape === 'line' ? found.data : [];
  };

  it('has four shapes of up to 1,000 resources', () => {
    expect(chart().series.map(({ id }) => id)).toEqual(['wide', 'rooted', 'levels', 'guide']);
    for (const { data } of chart().series)
      expect(data.map(({ x }) => x)).toEqual([1, 10, 20, 50, 100, 200, 400, 700, 1000]);
    expect(chart().x).toMatchObject({
      min: 0,
      max: 1000,
      ticks: [0, 200, 400, 600, 800, 1000],
      scale: 'linear',
    });
    expect([chart().marks, chart().places]).toEqual([[], []]);
  });

  it('pauses a second for each independent resource but the first, by the source code', () => {
    // 999 pauses and 20 s and a little for the engine itself.
    const last = line('wide').at(-1)?.y ?? 0;
    expect(last).toBeGreaterThanOrEqual(1019);
    expect(last).toBeLessThan(1060);
    // Behind one root nothing pauses. Measured: starting together costs 17 s for 100 and 32 s for 200, so some 160 s here.
    expect(line('rooted').at(-1)?.y).toBeLessThan(400);
    expect(line('wide').find(({ x }) => x === 100)?.y).toBeGreaterThanOrEqual(119);
  });

  it('has ten levels one behind the other, or as many as there are resources', () => {
    // Ten levels of 20 s at least; a single resource is one level.
    expect(line('levels')[0]?.y).toBeLessThan(40);
    for (const { x, y } of line('levels').slice(1)) expect([x, y >= 200]).toEqual([x, true]);
  });

  it('shares independent resources out by the guide, on all tasks of all workers', () => {
    // 12 workers in whole rounds of 20 s.
    expect(line('guide').map(({ y }) => y)).toEqual([20, 20, 40, 100, 180, 340, 680, 1180, 1680]);
    expect(line('guide', { ...four, tasksPerWorker: 2 }).at(-1)?.y).toBe(840);
  });

  it('has an axis up to the slowest, of a minute at least', () => {
    expect(chart().y).toMatchObject({ min: 0, max: 1800, format: 'minutes', scale: 'linear' });
    const quick = figureOf(emptyView({ secondsPerResource: 0.1 }, four), 'xy', 'template-shape');
    expect(quick.y.max).toBeGreaterThanOrEqual(999);
  });
});
