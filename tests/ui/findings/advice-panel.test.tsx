import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Edit, Finding, Severity } from '../../../src/sizing/core/finding.ts';
import { AdvicePanel } from '../../../src/ui/findings/advice-panel.tsx';
import { RulesContext } from '../../../src/ui/sources/rules-context.tsx';
import { testRules } from '../rules.ts';

function finding(title: string, severity: Severity, more: Partial<Finding> = {}): Finding {
  return { id: title, severity, title, text: '', rules: [], ...more };
}

function setUp(findings: readonly Finding[]) {
  const onEdit = vi.fn<(edit: Edit) => void>();
  render(
    <RulesContext value={testRules}>
      <AdvicePanel letter="C" findings={findings} onEdit={onEdit} />
    </RulesContext>,
  );
  return { user: userEvent.setup(), onEdit };
}

const titles = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

describe('AdvicePanel', () => {
  it('puts blockers first, then cautions, notes and what is in order, each by its icon', () => {
    setUp([
      finding('Fine', 'fine'),
      finding('Note', 'note'),
      finding('Caution one', 'caution'),
      finding('Blocker', 'blocker'),
      finding('Caution two', 'caution'),
    ]);
    expect(titles()).toEqual(['Blocker', 'Caution one', 'Caution two', 'Note', 'Fine']);
    expect(screen.getAllByRole('img').map((icon) => icon.getAttribute('aria-label'))).toEqual([
      'Blocker',
      'Caution',
      'Caution',
      'Note',
      'In order',
    ]);
    expect(screen.getByText('1 blocker, 2 cautions')).toBeVisible();
  });

  it('shows six, and the others when asked', async () => {
    const { user } = setUp(['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => finding(n, 'note')));
    expect(titles()).toHaveLength(6);
    await user.click(screen.getByRole('button', { name: '3 more' }));
    expect(titles()).toHaveLength(9);
  });

  it('hands on the edit of a finding’s button', async () => {
    const edit = { kind: 'set', inputs: { vms: 12 } } as const;
    const { user, onEdit } = setUp([
      finding('Short', 'blocker', { fix: { label: 'Use 12 VMs', edit }, rules: ['T-1'] }),
    ]);
    await user.click(screen.getByRole('button', { name: 'Use 12 VMs' }));
    expect(onEdit).toHaveBeenCalledWith(edit);
    expect(screen.getByRole('button', { name: 'Rule T-1' })).toBeVisible();
  });

  it('says when there is nothing to change, with the checks made', () => {
    setUp([finding('One core for each worker', 'fine')]);
    expect(screen.getByText('Nothing to change for option C.')).toBeVisible();
    expect(titles()).toEqual(['One core for each worker']);
  });
});
