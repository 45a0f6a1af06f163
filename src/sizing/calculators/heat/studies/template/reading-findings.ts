import type { Finding, Severity } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { MissingParameter } from '../../hot/read-parameters.ts';
import type { TemplateProblem } from '../../hot/template-problem.ts';
import type { Durations } from './read-durations.ts';
import type { TemplateFacts } from './template-facts.ts';

const mostNamed = 12;
const mostNotes = 20;

/** What is wrong or worth knowing about a text, each with its line and column. */
export function problemFindings(
  problems: readonly TemplateProblem[],
  severity: Severity,
  idPrefix: string,
): readonly Finding[] {
  const shown = problems.slice(0, mostNotes).map(
    (problem, index): Finding => ({
      id: `${idPrefix}-${index + 1}`,
      severity,
      title: `${placeText(problem)}: ${problem.message}`,
      text: cycleText(problem),
      rules: [],
    }),
  );
  const more = problems.length - shown.length;
  if (more === 0) return shown;
  const title = `${counted(more, 'place')} more`;
  return [...shown, { id: `${idPrefix}-more`, severity, title, text: '', rules: [] }];
}

/** "Line 12, column 5", or "web.yaml, line 12, column 5". */
export function placeText({ column, file, line }: TemplateProblem): string {
  return file === null ? `Line ${line}, column ${column}` : `${file}, line ${line}, column ${column}`;
}

function cycleText({ cycle = [] }: TemplateProblem): string {
  const [first] = cycle;
  if (!first) return '';
  const shown = cycle.slice(0, mostNamed).map(({ line, name }) => `${name} (line ${line})`);
  const skipped = cycle.length > mostNamed ? [`${counted(cycle.length - mostNamed, 'more', 'more')}`] : [];
  return `${[...shown, ...skipped, first.name].join(' → ')} wait for one another.`;
}

/** Names as running text, the first few of them. */
function namesText(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${numberText(names.length - mostNamed)} more` : shown;
}

export function missingParameterFinding(missing: readonly MissingParameter[]): readonly Finding[] {
  if (missing.length === 0) return [];
  return [
    {
      id: 'template-parameters',
      severity: 'caution',
      title: `${counted(missing.length, 'parameter')} without a value`,
      text: `${namesText(missing.map(({ name }) => name))}. Something stands in for each; counts and conditions that depend on them may come out otherwise.`,
      rules: [],
    },
  ];
}

export function assumptionFindings(
  facts: TemplateFacts,
  durations: Durations,
  assumedTypes: readonly string[],
): readonly Finding[] {
  const { disabled, missingFiles } = facts;
  const found: Finding[] = [];
  for (const { line, text } of durations.refused.slice(0, mostNotes)) {
    found.push({
      id: `durations-${line}`,
      severity: 'caution',
      title: `Seconds by type, line ${line}: “${text}” is not understood`,
      text: 'A line is a type, a colon, a space and seconds up to 86,400, as in OS::Nova::Server: 30.',
      rules: [],
    });
  }
  if (missingFiles.length > 0) {
    found.push({
      id: 'template-files',
      severity: 'caution',
      title: `${counted(missingFiles.length, 'nested template')} not given`,
      text: `${namesText(missingFiles)}: each counts as one resource. Paste them below, and what is inside is counted and timed.`,
      rules: ['R-9'],
    });
  }
  if (assumedTypes.length > 0) {
    found.push({
      id: 'template-durations',
      severity: 'note',
      title: `${counted(assumedTypes.length, 'type')} with an assumed time`,
      text: `${namesText(assumedTypes)}. Enter what your cloud takes; every time here rests on it.`,
      rules: [],
    });
  }
  if (disabled.length > 0) {
    found.push({
      id: 'template-disabled',
      severity: 'note',
      title: `${counted(disabled.length, 'resource')} left out by a condition`,
      text: `${namesText(disabled)}.`,
      rules: [],
    });
  }
  return found;
}
