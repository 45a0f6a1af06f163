import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Cite } from '../../../src/ui/sources/cite.tsx';
import { Explained } from '../../../src/ui/sources/explained.tsx';
import { RulesContext } from '../../../src/ui/sources/rules-context.tsx';
import { testRules } from '../rules.ts';

// jsdom has no top layer and takes a popover for hidden, so it is sought among hidden elements.
function setUp(children: ReactNode) {
  render(
    <RulesContext value={testRules}>
      {children}
      <button type="button">Elsewhere</button>
    </RulesContext>,
  );
  return userEvent.setup();
}

const explain = {
  formula: 'API VMs × workers × threads',
  worked: '9 × 4 × 13 = 468',
  origins: ['guide', 'yours'],
  rules: ['T-1'],
  other: 'upstream: 888',
} as const;

describe('Cite', () => {
  it('keeps the rule out of the page until it is asked for', () => {
    setUp(<Cite ruleId="T-2" />);
    expect(screen.queryByText('The job spec')).not.toBeInTheDocument();
  });

  it('opens statement, every quoted sentence, document, section and origin', async () => {
    const user = setUp(<Cite ruleId="T-2" />);
    await user.click(screen.getByRole('button', { name: 'Rule T-2' }));
    const popover = screen.getByRole('dialog', { hidden: true });
    expect(popover).toHaveAttribute('aria-label', 'Rule T-2');
    expect(popover).toHaveTextContent('The restart limit counts all processes.');
    expect([...popover.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toEqual([
      'alert_if_above_mb: 3500',
      'restart_if_above_mb: 3750',
    ]);
    expect(popover).toHaveTextContent('The job spec, thresholds');
    expect(popover).toHaveTextContent('Release');
  });

  it('closes on Escape and gives the focus back', async () => {
    const user = setUp(<Cite ruleId="T-1" />);
    const button = screen.getByRole('button', { name: 'Rule T-1' });
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  it('closes on a second press and on a press elsewhere', async () => {
    const user = setUp(<Cite ruleId="T-1" />);
    const button = screen.getByRole('button', { name: 'Rule T-1' });
    await user.click(button);
    await user.click(button);
    expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument();
    await user.click(button);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument();
  });

  it('opens inside the dialog it stands in, as all else is out of reach there', async () => {
    const user = setUp(
      <dialog open aria-label="Sheet">
        <Cite ruleId="T-1" />
      </dialog>,
    );
    await user.click(screen.getByRole('button', { name: 'Rule T-1' }));
    const sheet = screen.getByRole('dialog', { name: 'Sheet' });
    expect(within(sheet).getByRole('dialog', { hidden: true })).toBeInTheDocument();
  });

  it('says that a rule’s text is on its way while it is', async () => {
    const user = setUp(<Cite ruleId="T-9" />);
    await user.click(screen.getByRole('button', { name: 'Rule T-9' }));
    expect(screen.getByRole('dialog', { hidden: true })).toHaveTextContent('is loading');
  });
});

describe('Explained', () => {
  it('opens formula, the worked line, what the other way gives, origins and rules', async () => {
    const user = setUp(<Explained cell={{ text: '468', value: 468, explain }} label="Capacity, all up" />);
    await user.click(screen.getByRole('button', { name: 'Capacity, all up: 468, how it is worked out' }));
    const popover = screen.getByRole('dialog', { hidden: true });
    for (const text of ['API VMs × workers × threads', '9 × 4 × 13 = 468', 'upstream: 888', 'Guide', 'Yours'])
      expect(popover).toHaveTextContent(text);
    expect(popover).toHaveTextContent('Workers must not outnumber the cores.');
  });

  it('is plain text where there is nothing to explain', () => {
    setUp(<Explained cell={{ text: 'none', value: null }} label="Limit" />);
    expect(screen.getByText('none')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Limit/ })).not.toBeInTheDocument();
  });
});
