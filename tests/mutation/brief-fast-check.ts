/**
 * fast-check with at most 100 cases a property, always the same ones, and no shrinking. A mutant that survives runs
 * every test that reaches it, and one that dies need not be explained.
 */
import * as fc from '../../node_modules/fast-check/lib/fast-check.js';

const mostCases = 100;

const assert = <Ts>(property: fc.IRawProperty<Ts>, parameters?: fc.Parameters<Ts>) =>
  fc.assert(property, {
    seed: 1,
    ...parameters,
    // A test with a seed of its own may count what its cases reach.
    ...(parameters?.seed === undefined && { numRuns: Math.min(parameters?.numRuns ?? mostCases, mostCases) }),
    endOnFailure: true,
  });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export { assert };
export default { ...fc.default, assert };
