import type { Rule } from '../../src/sizing/core/rule.ts';
import { defineRules } from '../../src/sizing/core/rule.ts';

/** Two rules to cite in tests of the page. */
export const testRules: Readonly<Record<string, Rule>> = defineRules({
  'T-1': {
    origin: 'guide',
    statement: 'Each worker needs a core.',
    quotes: ['Workers must not outnumber the cores.'],
    document: 'The sizing guide',
    section: 'Workers',
  },
  'T-2': {
    origin: 'release',
    statement: 'The restart limit counts all processes.',
    quotes: ['alert_if_above_mb: 3500', 'restart_if_above_mb: 3750'],
    document: 'The job spec',
    section: 'thresholds',
  },
});
