import { createContext, useContext } from 'react';
import type { Rule } from '../../sizing/core/rule.ts';

/** The rules of the calculator on the page, for every citation in it; empty until their texts have loaded. */
export const RulesContext = createContext<Readonly<Record<string, Rule>>>({});

/** The cited rule; undefined while the texts are on the way. */
export function useRule(ruleId: string): Rule | undefined {
  return useContext(RulesContext)[ruleId];
}
