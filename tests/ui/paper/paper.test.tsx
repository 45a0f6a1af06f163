import { render, screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/sizing/core/finding.ts';
import type { DataTable } from '../../../src/sizing/core/study-figures.ts';
import { Paper } from '../../../src/ui/paper/paper.tsx';
import { loadGauge, sampleTable } from '../figures/sample-gauge.ts';
import { testRules } from '../rules.ts';

const link = 'https://plimsoll.example/#cloud-controller?v=2&sel=C&C.n=9&end';

const findings: readonly Finding[] = [
  { id: 'f1', severity: 'fine', title: 'Room enough', text: '', rules: ['T-1'] },
  { id: 'f2', severity: 'note', title: 'Why not 32 workers?', text: 'They wait.', rules: [] },
  { id: 'f3', severity: 'blocker', title: 'Raise the limit', text: 'At 3,750 MB.', rules: ['T-2', 'T-1'] },
];

const steps: DataTable = {
  kind: 'table',
  id: 'steps',
  title: 'What happens in one deploy?',
  subtitle: 'Against a load of 400.',
  columns: [
    { id: 'step', label: 'Step', isNumber: false },
    { id: 'lowest', label: 'Lowest', isNumber: true },
  ],
  rows: [
    {
      id: '1',
      cells: [
        { text: 'Today', value: null },
        { text: '400', value: 400 },
      ],
    },
    {
      id: '2',
      isMarked: true,
      cells: [
        { text: 'Canary', value: null },
        { text: '160', value: 160, tone: 'bad' },
      ],
    },
  ],
  isSortable: false,
  empty: '',
};

const verdict = {
  state: 'changes',
  stateText: 'Option C meets the target once one setting is changed',
  headline: 'Nine VMs carry today’s 400 requests.',
  paragraph: ['Losing an AZ leaves ', { strong: '312' }, ' of 400.'],
  keyFigures: [],
  spoken: '',
} as const;

function show(part: Partial<ComponentProps<typeof Paper>> = {}): HTMLElement {
  render(
    <Paper
      title="API tier: Thin to Puma"
      letter="C"
      baseline="A"
      options={[
        { letter: 'A', name: 'Today', configuration: ['20 VMs × 1 vCPU', 'Thin, 20 threads'] },
        { letter: 'B', name: 'Profile 2' },
        { letter: 'C', name: 'Profile 3 + 1 VM' },
      ]}
      preparedAt={new Date('2026-03-18T12:00:59+02:00')}
      version="Plimsoll 0.1.0, Cloud Controller version 2"
      link={link}
      verdict={verdict}
      gauge={loadGauge(['A', 'B', 'C'])}
      table={sampleTable(['A', 'B', 'C'])}
      findings={findings}
      rules={testRules}
      provenance={[{ origin: 'yours', text: '4 GiB per Thin VM' }]}
      files={[]}
      {...part}
    />,
  );
  return screen.getByRole('article', { name: 'Change paper' });
}

describe('Paper', () => {
  it('says what it is about, when and with what it was made, and where to open it again', () => {
    const paper = show();
    expect(within(paper).getByRole('heading', { level: 1 })).toHaveTextContent('API tier: Thin to Puma');
    expect(paper).toHaveTextContent('3 options compared; this paper is for option C, Profile 3 + 1 VM.');
    expect(paper).toHaveTextContent('2026-03-18 10:00 UTC');
    expect(paper).toHaveTextContent('Plimsoll 0.1.0, Cloud Controller version 2');
    expect(within(paper).getByText(link)).toBeInTheDocument();
  });

  it('gives the verdict in words', () => {
    const paper = show();
    expect(paper).toHaveTextContent('Option C meets the target once one setting is changed');
    expect(paper).toHaveTextContent('Nine VMs carry today’s 400 requests.');
    expect(paper).toHaveTextContent('Losing an AZ leaves 312 of 400.');
  });

  it('says so when the form held an entry that is not in its numbers', () => {
    expect(show({ fix: 'Fix API VMs to see a result.' })).toHaveTextContent(
      'All numbers here are from before it. Fix API VMs to see a result.',
    );
  });

  it('heads a column for each option, and marks the selected one and the baseline in words', () => {
    const heads = within(show())
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    expect(heads).toEqual([
      'Figure',
      expect.stringMatching(/A.*Today.*20 VMs × 1 vCPU.*Thin, 20 threads.*Baseline/),
      expect.stringMatching(/B.*Profile 2$/),
      expect.stringMatching(/C.*Profile 3 \+ 1 VM.*Selected/),
    ]);
  });

  it('prints every row of the comparison with its value, unit and note for every option', () => {
    const table = sampleTable(['A', 'B', 'C']);
    const paper = show();
    for (const row of table.sections.flatMap((s) => s.rows)) {
      const cells = within(
        within(paper).getByRole('rowheader', { name: row.label }).closest('tr') as HTMLElement,
      ).getAllByRole('cell');
      expect(cells).toHaveLength(3);
      for (const [index, letter] of (['A', 'B', 'C'] as const).entries()) {
        const { text, unit = '', note = '' } = row.cells[letter] ?? { text: 'not worked out' };
        expect(cells[index]).toHaveTextContent([text, unit, note].filter((part) => part !== '').join(' '));
      }
    }
  });

  it('says why an option could not be sized, and that its figures were not worked out', () => {
    const paper = show({
      table: sampleTable(['A', 'C']),
      options: [
        { letter: 'A', name: 'Today' },
        { letter: 'B', name: 'Profile 2', problem: 'The chain is longer than the stack.' },
        { letter: 'C', name: 'Profile 3 + 1 VM' },
      ],
    });
    expect(paper).toHaveTextContent('The chain is longer than the stack.');
    expect(within(paper).getAllByText('not worked out').length).toBeGreaterThan(0);
  });

  it('lists the advice worst first, its weight in words, and the rules by number', () => {
    const items = within(show())
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(items).toEqual([
      'Blocker: Raise the limit. At 3,750 MB. (T-2, T-1)',
      'Note: Why not 32 workers? They wait. ',
      'In order: Room enough.  (T-1)',
    ]);
  });

  it('spells each cited rule out once, under its document', () => {
    const paper = show();
    for (const { statement, document, section } of Object.values(testRules)) {
      const cited = within(paper).getByRole('heading', { name: document }).closest('section');
      expect(cited).toHaveTextContent(statement);
      expect(cited).toHaveTextContent(section);
      expect(paper.textContent?.split(statement)).toHaveLength(2);
    }
  });

  it('prints each step of the rollout, with a sign where too little is carried', () => {
    const paper = show({ rollout: { kind: 'steps', verdict, tables: [steps] } });
    expect(paper).toHaveTextContent('▼ is short of the load or over a limit.');
    expect(within(paper).getByRole('row', { name: 'Today 400' })).toBeInTheDocument();
    expect(within(paper).getByRole('row', { name: 'Canary ▼ 160' })).toBeInTheDocument();
  });

  it('says so when the steps had not loaded', () => {
    expect(show({ rollout: { kind: 'missing' } })).toHaveTextContent(
      'They had not loaded when this paper was printed.',
    );
  });

  it('is silent about a rollout where there is none', () => {
    expect(show()).not.toHaveTextContent('Rollout');
  });

  it('prints a file whole, names the one that is prose, and says why there is none', () => {
    const text = `# ${link}\n\n- type: replace\n  path: /instance_groups/name=api/instances\n  value: 9\n`;
    const paper = show({
      files: [
        { id: 'on', label: 'Puma on', filename: 'on.yml', content: { kind: 'text', text, isDiff: false } },
        { id: 'book', label: 'Runbook', filename: 'runbook.md', content: { kind: 'elsewhere' } },
        {
          id: 'back',
          label: 'Rollback',
          filename: 'back.yml',
          content: { kind: 'refused', reason: 'This release has no Thin.' },
        },
      ],
    });
    expect(paper.querySelector('pre')?.textContent).toBe(text);
    expect(paper).toHaveTextContent('To save from the page, not printed: Runbook (runbook.md).');
    expect(within(paper).queryByRole('heading', { name: /Runbook/ })).toBeNull();
    expect(within(paper).getByRole('heading', { name: 'Rollback back.yml' })).toBeInTheDocument();
    expect(paper).toHaveTextContent('This release has no Thin.');
  });

  it('says what the numbers rest on', () => {
    expect(show()).toHaveTextContent('Yours4 GiB per Thin VM');
  });
});
