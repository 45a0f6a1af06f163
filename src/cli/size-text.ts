import { comparisonMarkdown, markdownText } from '../share/comparison-text.ts';
import type { Evaluation } from '../sizing/core/calculator.ts';
import { plainText } from '../sizing/core/explanation.ts';
import type { Finding } from '../sizing/core/finding.ts';
import type { VerdictState } from '../sizing/core/size-view.ts';
import { asSentence } from './as-sentence.ts';
import { linkOf, type OpenedSession } from './open-session.ts';
import { type Style, severityStyles, styled } from './styled.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

type Result = NonNullable<Evaluation['result']>;

const verdictStyles: Readonly<Record<VerdictState, Style>> = {
  meets: 'green',
  changes: 'yellow',
  short: 'red',
};

/** Verdict, comparison and findings for a terminal. */
export function sizeText(
  opened: OpenedSession,
  result: Result,
  { columns, hasColour }: Pick<Terminal, 'columns' | 'hasColour'>,
): string {
  const { plan, selected } = opened.session;
  const { state, stateText, headline, paragraph } = result.verdict;
  const advice = result.findings.map((finding) => {
    const severity = styled(finding.severity, severityStyles[finding.severity], hasColour);
    const text = wrapped(`${finding.text} ${cited(finding)}`, columns, '    ');
    return `  ${severity}: ${finding.title}\n${text}`;
  });
  const sources = result.provenance.map(({ origin, text }) => wrapped(`${origin}: ${text}`, columns, '  '));
  return `${[
    styled(plan.title, 'bold', hasColour),
    [
      styled(asSentence(stateText), verdictStyles[state], hasColour),
      wrapped(headline, columns),
      wrapped(plainText(paragraph), columns),
    ].join('\n'),
    textTable(result.table, plan.options).trimEnd(),
    [`Findings for option ${selected}`, ...advice].join('\n'),
    ['What the numbers rest on', ...sources].join('\n'),
    linkOf(opened),
  ].join('\n\n')}\n`;
}

/** The same for a ticket. */
export function sizeMarkdown(opened: OpenedSession, result: Result): string {
  const { plan, selected } = opened.session;
  const { stateText, headline, paragraph } = result.verdict;
  const advice = result.findings.map(
    (finding) =>
      `- **${finding.severity}**: ${markdownText(`${asSentence(finding.title)} ${finding.text} ${cited(finding)}`)}`,
  );
  const sources = result.provenance.map(({ origin, text }) => `- **${origin}**: ${markdownText(text)}`);
  const remarks = opened.notes.map((note) => `- ${markdownText(note)}`);
  return `${[
    `# ${markdownText(plan.title)}`,
    `**${markdownText(asSentence(stateText))}** ${markdownText(headline)}`,
    markdownText(plainText(paragraph)),
    ...(remarks.length > 0 ? [['The plan was not read as written:', '', ...remarks].join('\n')] : []),
    comparisonMarkdown(result.table, plan.options).trimEnd(),
    `## Findings for option ${selected}`,
    advice.join('\n'),
    '## What the numbers rest on',
    sources.join('\n'),
    `<${linkOf(opened)}>`,
  ].join('\n\n')}\n`;
}

function cited({ rules }: Finding): string {
  return `(${rules.join(', ')})`;
}
