import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/sizing/core/size-view.ts';
import { VerdictPanel } from '../../../src/ui/panels/verdict-panel.tsx';

const verdict: Verdict = {
  state: 'meets',
  stateText: 'Option C meets the target.',
  headline: 'Nine VMs carry the load.',
  paragraph: ['Losing an AZ leaves ', { strong: '312' }, '.'],
  keyFigures: [{ label: 'Memory', cell: { text: '144', value: 144, unit: 'GiB', note: '+64' } }],
  spoken: 'Option C carries 416.',
};

describe('VerdictPanel', () => {
  it('has the answer as the page’s heading, then its reasons and figures', () => {
    render(<VerdictPanel verdict={verdict} isStale={false} />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nine VMs carry the load.');
    expect(screen.getByText('Option C meets the target.')).toBeVisible();
    expect(screen.getByText('312').tagName).toBe('STRONG');
    expect(screen.getByText('GiB, +64')).toBeVisible();
    expect(screen.queryByText('Before this edit')).not.toBeInTheDocument();
  });

  it('says what to fix when there is no answer, and marks the old figures as old', () => {
    render(<VerdictPanel verdict={verdict} fix="Fix API VMs to see a result." isStale={true} />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Fix API VMs to see a result.');
    expect(screen.queryByText('Option C meets the target.')).not.toBeInTheDocument();
    expect(screen.getByText('Before this edit')).toBeVisible();
    expect(screen.getByText('144')).toBeVisible();
  });

  it('shows no figures when there never were any', () => {
    render(<VerdictPanel verdict={null} fix="Fix API VMs to see a result." isStale={false} />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Fix API VMs to see a result.');
    expect(screen.queryByRole('term')).not.toBeInTheDocument();
  });
});
