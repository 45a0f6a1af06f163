import { describe, expect, it } from 'vitest';
import { capiTargets } from '../../../../../src/sizing/calculators/cloud-controller/targets/capi-targets.ts';
import {
  defaultOf,
  isDeclared,
  isKnown,
  type JobProperty,
  propertySpans,
  releasesWith,
} from '../../../../../src/sizing/calculators/cloud-controller/targets/property-spans.ts';
import { hasJobSpecList, lastListed, listedIn, skippedWithoutList } from './job-spec-list.ts';

// The object's own keys are exactly these names.
const properties = Object.keys(propertySpans) as JobProperty[];

describe('propertySpans', () => {
  it.skipIf(!hasJobSpecList)(
    `declares in each release what its job spec declares, with its default ${skippedWithoutList}`,
    () => {
      for (let release = 138; release <= lastListed; release += 1) {
        const span = { first: release, last: release };
        for (const property of properties) {
          const listed = listedIn(property, release);
          expect([property, release, isKnown(property, span)]).toEqual([
            property,
            release,
            listed !== undefined,
          ]);
          expect([property, release, defaultOf(property, span)]).toEqual([
            property,
            release,
            listed?.default,
          ]);
        }
      }
    },
  );
});

describe('capiTargets', () => {
  it('follow one another from the first release with Puma, without a gap', () => {
    expect(capiTargets[0].first).toBe(138);
    for (const [at, target] of capiTargets.entries())
      expect(capiTargets[at + 1]?.first ?? null).toBe(target.last === null ? null : target.last + 1);
  });

  it.skipIf(!hasJobSpecList)(
    `hold releases that declare the same properties of ours ${skippedWithoutList}`,
    () => {
      for (const { first, last } of capiTargets) {
        for (const property of properties.filter((p) => p !== 'cc.puma.automatic_worker_count'))
          for (let release = first; release <= Math.min(last ?? 0, lastListed); release += 1)
            expect([property, release, listedIn(property, release) !== undefined]).toEqual([
              property,
              release,
              listedIn(property, first) !== undefined,
            ]);
      }
    },
  );
});

// By the list of the job spec: use_puma_webserver from 1.138 to 1.222, by default false to 1.195 and without one from
// 1.196 on; workers from 1.138 on, 3 and then 2 by default; max_threads from 1.142 on, 2 and then 10.
const puma = 'cc.experimental.use_puma_webserver';
const [workers, threads] = ['cc.puma.workers', 'cc.puma.max_threads'] as const;

describe('isDeclared', () => {
  it.each([
    [threads, 141, 142, false],
    [threads, 142, 142, true],
    [threads, 142, null, true],
    // Two spans that follow one another, with different defaults.
    [workers, 138, 235, true],
    [workers, 195, 196, true],
    [workers, 137, 138, false],
    [puma, 138, 195, true],
    [puma, 195, 222, true],
    [puma, 222, 222, true],
    [puma, 222, 223, false],
    [puma, 223, 223, false],
    [puma, 200, null, false],
    ['cc.experimental.puma', 138, 138, false],
  ] as const)('knows whether every release has %s, from 1.%i to 1.%s: %s', (property, first, last, is) => {
    expect(isDeclared(property, { first, last })).toBe(is);
  });
});

describe('isKnown', () => {
  it.each([
    [threads, 141, 142, true],
    [threads, 100, 141, false],
    [puma, 222, null, true],
    [puma, 223, null, false],
    [puma, 137, 137, false],
    [puma, 137, 138, true],
    ['cc.puma.threads', 100, null, false],
  ] as const)('knows whether any release has %s, from 1.%i to 1.%s: %s', (property, first, last, is) => {
    expect(isKnown(property, { first, last })).toBe(is);
  });
});

describe('defaultOf', () => {
  it.each([
    [workers, 138, 195, 3],
    [workers, 196, null, 2],
    [workers, 195, 196, undefined],
    [workers, 137, 138, undefined],
    [workers, 138, 235, undefined],
    [threads, 142, 195, 2],
    [threads, 141, 195, undefined],
    [puma, 138, 195, false],
    [puma, 196, 222, undefined],
    ['cc.puma.threads', 200, 200, undefined],
  ] as const)(
    'gives the default that all releases of a span share: %s, from 1.%i to 1.%s',
    (property, first, last, value) => {
      expect(defaultOf(property, { first, last })).toBe(value);
    },
  );
});

describe('releasesWith', () => {
  it('says which releases have a property', () => {
    expect(releasesWith('cc.puma.max_threads')).toBe('from 1.142 on');
    expect(releasesWith('cc.puma.workers')).toBe('from 1.138 on');
    expect(releasesWith('cc.temporary_enable_deprecated_thin_webserver')).toBe('from 1.196 to 1.222');
    expect(releasesWith('cc.experimental.use_puma_webserver')).toBe('from 1.138 to 1.222');
    expect(releasesWith('cc.puma.threads')).toBeUndefined();
  });
});
