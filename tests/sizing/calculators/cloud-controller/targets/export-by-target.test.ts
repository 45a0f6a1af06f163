import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { capiTargets } from '../../../../../src/sizing/calculators/cloud-controller/targets/capi-targets.ts';
import { arbitrarySession } from '../../../../share/arbitrary-session.ts';
import { documentFor, documentsFor, fleets, link, opsOf } from '../plans.ts';
import { hasJobSpecList, lastListed, listedIn, propertiesIn, skippedWithoutList } from './job-spec-list.ts';

const option = { ...fleets.profile3plus1, connectionsPerProcess: 15 };
const everything = { raisesRestartLimit: true, limitsLocalWorkers: true };

describe('export by target', () => {
  it.skipIf(!hasJobSpecList).each(capiTargets.map((t) => [t.label, t] as const))(
    `writes for %s only what every release of it declares ${skippedWithoutList}`,
    (_label, { value, first, last }) => {
      const written = new Set<string>();
      fc.assert(
        fc.property(arbitrarySession(cloudController), ({ plan, selected }) => {
          const shared = { ...plan.shared, target: value };
          const documents = cloudController.exports({ ...plan, shared }, selected, { link });
          for (const property of propertiesIn(documents)) written.add(property);
        }),
        { numRuns: 150 },
      );
      expect(written.size).toBeGreaterThan(4);
      for (const property of written)
        for (let release = Math.min(first, lastListed); release <= (last ?? lastListed); release += 1)
          expect(listedIn(property, release), `${property} in 1.${release}`).toBeDefined();
    },
  );

  const switches = ['cc.experimental.use_puma_webserver', 'cc.temporary_enable_deprecated_thin_webserver'];
  const common = ['cc.puma.workers', 'cc.jobs.local.number_of_workers'];
  const limits = ['alert_if_above_mb', 'restart_if_consistently_above_mb', 'restart_if_above_mb'].map(
    (leaf) => `cc.thresholds.api.${leaf}`,
  );
  const pools = ['cc.puma.max_db_connections_per_process', 'ccdb.max_connections_per_local_worker'];

  it.each([
    ['1.138', [switches[0], ...common, ...limits, 'ccdb.max_connections']],
    ['1.142', [switches[0], ...common, ...limits, 'ccdb.max_connections', 'cc.puma.max_threads']],
    ['1.170', [switches[0], ...common, ...limits, ...pools, 'cc.puma.max_threads']],
    ['1.196', [switches[1], ...common, ...limits, ...pools, 'cc.puma.max_threads']],
    ['1.223', [...common, ...limits, ...pools, 'cc.puma.max_threads']],
    ['1.236', [...common, ...limits, ...pools, 'cc.puma.max_threads']],
  ])(
    'writes for a fleet on Puma and %s the switch that is needed and all that can be set',
    (target, expected) => {
      const written = propertiesIn([documentFor('puma-on', option, { ...everything, target })]);
      expect(written.toSorted()).toEqual(expected.toSorted());
    },
  );

  // Thin has threads of its own since 1.85, the pool of every process, and a limit of local workers from 1.170 on.
  const thinCommon = [
    'cc.experimental.thin_server.thread_pool_size',
    'ccdb.max_connections',
    'cc.jobs.local.number_of_workers',
  ];

  it.each([
    ['1.138', [switches[0], ...thinCommon]],
    ['1.142', [switches[0], ...thinCommon]],
    ['1.170', [switches[0], ...thinCommon, 'ccdb.max_connections_per_local_worker']],
    ['1.196', [switches[1], ...thinCommon, 'ccdb.max_connections_per_local_worker']],
  ])(
    'writes for a fleet on Thin and %s what its releases have for it, and nothing of Puma',
    (target, expected) => {
      const file = documentFor('thin', { ...fleets.thin, vms: 21 }, { ...everything, target });
      expect(propertiesIn([file]).toSorted()).toEqual(expected.toSorted());
    },
  );

  it('says in the file what its releases have no property for', () => {
    const commentsFor = (target: string) =>
      opsOf(documentFor('puma-on', option, { ...everything, target })).comments;
    expect(commentsFor('1.138')).toEqual(
      expect.arrayContaining([
        'For capi-release 1.138–1.141, by the names of its job spec.',
        'NOTE: the plan reckons with capi-release 1.196–1.217.',
        'WARNING: 13 threads cannot be set: cc.puma.max_threads exists from 1.142 on.',
        'WARNING: local workers cannot be held to 1: ccdb.max_connections_per_local_worker exists from 1.170 on.',
      ]),
    );
    expect(commentsFor('1.196').filter((line) => /^(?:NOTE|WARNING: .*exists)/.test(line))).toEqual([]);
  });

  it.each(['1.223', '1.236'])('refuses Thin for %s and says why', (target) => {
    const thin = documentsFor({ ...fleets.thin, vms: 21 }, { target });
    const contents = thin.filter((d) => d.id === 'thin' || d.id === 'rollback').map((d) => d.content);
    expect(contents).toHaveLength(2);
    for (const content of contents) {
      if (content.kind !== 'refused') throw new Error('Thin was written.');
      expect(content.reason).toMatch(/removed in 1\.223|before 1\.223/);
    }
  });
});
