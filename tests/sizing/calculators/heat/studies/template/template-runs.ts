import { readDurations } from '../../../../../../src/sizing/calculators/heat/studies/template/read-durations.ts';
import { templateFacts } from '../../../../../../src/sizing/calculators/heat/studies/template/template-facts.ts';
import {
  type TemplateRun,
  templateRunner,
} from '../../../../../../src/sizing/calculators/heat/studies/template/template-run.ts';
import type { Finding } from '../../../../../../src/sizing/core/finding.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { graphIn } from '../../hot/hot-edges.ts';
import { optionOf, planWith } from '../../plans.ts';

/** The template on 4 engine workers of each of three controllers. */
export function runOf(template: string, shared: Inputs = {}, own: Inputs = {}, durations = ''): TemplateRun {
  const read = readDurations(durations);
  const option = optionOf(planWith({ controllers: 3, ...shared }, { engineWorkers: 4, ...own }));
  return templateRunner(templateFacts(graphIn(template), read), read)(option);
}

/** A run of which the source code would say this. */
export function withUpstream(run: TemplateRun, upstream: Partial<TemplateRun['upstream']>): TemplateRun {
  return { ...run, upstream: { ...run.upstream, ...upstream } };
}

/** A finding of which only id and severity matter. */
export function bareFinding(id: string, severity: Finding['severity'] = 'note'): Finding {
  return { id, severity, title: 'T', text: '', rules: [] };
}
