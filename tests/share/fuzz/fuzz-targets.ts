import * as fc from 'fast-check';
import type { Session } from '../../../src/share/session.ts';
import { calculators } from '../../../src/sizing/calculators/index.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import { arbitraryByteLink, arbitraryBytes } from './arbitrary-bytes.ts';
import { openFile } from './file-claims.ts';
import { claimEvaluates } from './finite-evaluation.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { giantFragment } from './giant-fragments.ts';
import { isSampled } from './is-sampled.ts';
import { openLink } from './link-claims.ts';
import { mutatedGoldenLink } from './mutated-golden-links.ts';
import { planFile } from './plan-files.ts';
import { calculatorOf } from './session-claims.ts';
import { loadStored } from './stored-claims.ts';
import { attackedLink } from './structured-attacks.ts';
import { importTarget, requestsTarget, samplesTarget, templateTarget } from './text-targets.ts';

const ids = calculators.map(({ id }) => id);
/** One opened plan in so many is sized as well. */
const sizedOneIn = 200;

function anyLink(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 400, arbitrary: arbitraryByteLink(ids) },
    { weight: 800, arbitrary: mutatedGoldenLink() },
    { weight: 800, arbitrary: attackedLink(calculators) },
    { weight: 1, arbitrary: giantFragment(ids) },
  );
}

type Open = (text: string, among: readonly Calculator[]) => () => Session | undefined;

function thenSized(open: Open, every: number): FuzzTarget['run'] {
  return (text) => {
    const check = open(text, calculators);
    return () => {
      const session = check();
      if (session && isSampled(text, every)) claimEvaluates(session, calculatorOf(session, calculators));
    };
  };
}

function importOf(id: string): () => Promise<FuzzTarget> {
  return async () => {
    const calculator = calculators.find((c) => c.id === id);
    if (!calculator) throw new Error(`no calculator ${id}`);
    return importTarget(calculator);
  };
}

/** Every door that texts of others come in by, each made when asked for. */
export const fuzzTargets: Readonly<Record<string, () => FuzzTarget | Promise<FuzzTarget>>> = {
  links: () => ({ arbitrary: anyLink(), run: thenSized(openLink, sizedOneIn) }),
  giants: () => ({ arbitrary: giantFragment(ids), run: thenSized(openLink, 1) }),
  files: () => ({ arbitrary: planFile(), run: thenSized(openFile, sizedOneIn) }),
  stored: () => ({
    arbitrary: fc.oneof(anyLink(), planFile(), arbitraryBytes()),
    run: (text) => loadStored(text, calculators),
  }),
  sizes: () => ({ arbitrary: attackedLink(calculators), run: thenSized(openLink, 1) }),
  'import-cloud-controller': importOf('cloud-controller'),
  'import-heat': importOf('heat'),
  samples: samplesTarget,
  requests: requestsTarget,
  template: templateTarget,
};
