import type { GuideSchedule } from '../../hot/guide-schedule.ts';
import type { StackSchedule } from '../../hot/stack-schedule.ts';
import type { HeatOption } from '../../size.ts';
import type { Durations } from './read-durations.ts';
import { engineOf, runGuide, runUpstream, type TemplateEngine } from './template-engine.ts';
import type { TemplateFacts } from './template-facts.ts';

/** One option's engines with the template on them, by both models. */
export interface TemplateRun {
  readonly option: HeatOption;
  readonly engine: TemplateEngine;
  readonly facts: TemplateFacts;
  readonly durations: Durations;
  readonly guide: GuideSchedule;
  readonly upstream: StackSchedule;
}

/** Runs the template on an option's engines; options with the same engines share one run. */
export function templateRunner(
  facts: TemplateFacts,
  durations: Durations,
): (option: HeatOption) => TemplateRun {
  const known = new Map<string, { readonly guide: GuideSchedule; readonly upstream: StackSchedule }>();
  return (option) => {
    const engine = engineOf(option);
    const key = JSON.stringify(engine);
    const schedules = known.get(key) ?? {
      guide: runGuide(facts.graph, durations.secondsOf, engine),
      upstream: runUpstream(facts.graph, durations.secondsOf, engine),
    };
    known.set(key, schedules);
    return { option, engine, facts, durations, ...schedules };
  };
}
