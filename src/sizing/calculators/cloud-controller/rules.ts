import { defineRules } from '../../core/rule.ts';
import { conflictRules, guideRules } from './guide-rules.ts';
import { releaseRules } from './release-rules.ts';

/** The register: everything the calculator relies on, by the id shown to the user. */
export const rules = defineRules({ ...guideRules, ...releaseRules, ...conflictRules });
