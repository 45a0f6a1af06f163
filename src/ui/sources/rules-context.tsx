import { createContext, useContext } from 'react';
import type { Rule } from '../../sizing/core/rule.ts';

/** The rules of the calculator on the page, for every citation in it. */
export const RulesContext = createContext<Readonly<Record<string, Rule>>>({});

/** The cited rule. A citation without its rule is a mistake in the calculator, never in what a user entered. */
export function useRule(ruleId: string): Rule {
  const rule = useContext(RulesContext)[ruleId];
  if (!rule) throw new Error(`No rule ${ruleId} in this calculator.`);
  return rule;
}
