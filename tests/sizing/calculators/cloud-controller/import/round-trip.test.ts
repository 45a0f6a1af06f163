import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { arbitrarySession } from '../../../../share/arbitrary-session.ts';
import { importerOf } from '../../import-text.ts';
import { choicesOf, reread, textsOf, withOwn } from '../../round-trip.ts';

const importer = await importerOf(cloudController);
const files = ['puma-on', 'scale-in', 'thin'];
const targets = choicesOf(cloudController, 'target');

/** An option unlike any that is exported in what a file holds; the rest of the option is not in the file. */
const other = {
  engine: 'puma',
  vms: 499,
  workersPerVm: 63,
  threadsPerWorker: 99,
  localWorkersPerVm: 127,
  connectionsPerProcess: 199,
  vmType: 'other',
};

describe('export, import, export', () => {
  it.each(targets)('gives byte for byte the same files for %s, whatever the option was before', (target) => {
    let compared = 0;
    fc.assert(
      fc.property(arbitrarySession(cloudController), ({ plan: made, selected }) => {
        // A limit of none is written as one: a pool of none does not start.
        const connectionsPerLocalWorker = Math.max(1, Number(made.shared.connectionsPerLocalWorker));
        const plan = { ...made, shared: { ...made.shared, target, connectionsPerLocalWorker } };
        const written = textsOf(cloudController, plan, selected, files);
        if (written.size === 0) return;
        const own = plan.options.find((o) => o.letter === selected)?.inputs ?? {};
        // What a file does not hold: the engine where only the VMs change, threads that a release cannot set,
        // workers of Thin, which has one process.
        const kept = {
          ...(target === '1.138' && own.engine === 'puma'
            ? { threadsPerWorker: own.threadsPerWorker ?? null }
            : {}),
          ...(own.engine === 'thin' ? { workersPerVm: own.workersPerVm ?? null } : {}),
          // A type named as this page does says how many cores, and the option keeps its own otherwise.
          vcpusPerVm: own.vcpusPerVm ?? null,
        };
        const start = withOwn(plan, selected, { ...other, ...kept });
        const read = reread(cloudController, importer, start, selected, written.values());
        expect(textsOf(cloudController, read, selected, files)).toEqual(written);
        compared += 1;
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  // Thin went with 1.223: there is nothing to go back to.
  it.each(targets.filter((target) => !['1.223', '1.236'].includes(target)))(
    'gives byte for byte the same way back for %s, whatever today’s fleet was before',
    (target) => {
      let compared = 0;
      fc.assert(
        fc.property(arbitrarySession(cloudController), ({ plan: made, selected }) => {
          // With the guide’s names the planned release decides whether there is a way back.
          const plan = { ...made, shared: { ...made.shared, target, capi: '1.196' } };
          const written = textsOf(cloudController, plan, selected, ['rollback']);
          if (written.size === 0) return;
          const start = { ...plan, shared: { ...plan.shared, thinVms: 499, thinThreads: 99 } };
          const read = reread(cloudController, importer, start, selected, written.values(), 'today');
          expect(textsOf(cloudController, read, selected, ['rollback'])).toEqual(written);
          compared += 1;
        }),
        { numRuns: 60 },
      );
      expect(compared).toBeGreaterThan(20);
    },
  );
});
