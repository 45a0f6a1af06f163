import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { NamedParam } from '../../../src/sizing/core/calculator.ts';
import { choice, count, flag, type Param, text, type Value } from '../../../src/sizing/core/param.ts';
import { focusField } from '../../../src/ui/fields/focus-field.ts';
import { ParamField } from '../../../src/ui/fields/param-field.tsx';
import { RulesContext } from '../../../src/ui/sources/rules-context.tsx';
import { testRules } from '../rules.ts';

const base = { key: 'k', scope: 'option', group: 'g' } as const;
const servers = [
  { value: 'thin', label: 'Thin' },
  { value: 'puma', label: 'Puma' },
] as const;

function setUp(param: Param, value: Value, more: Partial<Parameters<typeof ParamField>[0]> = {}) {
  const onChange = vi.fn<(value: Value) => void>();
  const onDraft = vi.fn<(message: string | null) => void>();
  const named: NamedParam = { ...param, name: 'it' };
  render(
    <RulesContext value={testRules}>
      <ParamField param={named} value={value} onChange={onChange} onDraft={onDraft} {...more} />
    </RulesContext>,
  );
  return { user: userEvent.setup(), onChange, onDraft };
}

describe('ParamField', () => {
  it.each(['segments', 'radios'] as const)('offers a choice as radio buttons (%s)', async (display) => {
    const param = choice({ ...base, label: 'Server', choices: servers, default: 'puma', display });
    const { user, onChange } = setUp(param, 'puma', { choiceLabels: { thin: 'Thin, one core' } });
    expect(screen.getByRole('radiogroup', { name: 'Server' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Puma' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Thin, one core' }));
    expect(onChange).toHaveBeenCalledWith('thin');
  });

  it('offers many choices as a menu', async () => {
    const param = choice({ ...base, label: 'Release', choices: servers, default: 'puma', display: 'list' });
    const { user, onChange } = setUp(param, 'puma');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Release' }), 'Thin');
    expect(onChange).toHaveBeenCalledWith('thin');
  });

  it('switches a flag', async () => {
    const { user, onChange } = setUp(flag({ ...base, label: 'Leave a core spare', default: false }), false);
    await user.click(screen.getByRole('checkbox', { name: 'Leave a core spare' }));
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('hands on only a text that is accepted', async () => {
    const param = text({
      ...base,
      label: 'Instance group',
      default: 'api',
      maxLength: 20,
      pattern: /^[a-z]+$/,
      accepts: 'use small letters',
    });
    const { user, onChange, onDraft } = setUp(param, 'api');
    const box = screen.getByRole('textbox', { name: 'Instance group' });
    await user.type(box, '!');
    expect(box).toHaveValue('api!');
    expect(box).toHaveAccessibleErrorMessage('Instance group: use small letters.');
    expect(onChange).not.toHaveBeenCalled();
    expect(onDraft).toHaveBeenLastCalledWith('Instance group: use small letters.');
  });

  it('says how its value contradicts another field', () => {
    setUp(count({ ...base, label: 'Chain', unit: 'resources', range: [1, 99], default: 6 }), 6, {
      problem: 'Longest chain cannot exceed the 5 resources.',
    });
    expect(screen.getByRole('spinbutton')).toHaveAccessibleErrorMessage(
      'Longest chain cannot exceed the 5 resources.',
    );
  });

  it('describes its control by the hint and cites its rules', () => {
    setUp(
      count({
        ...base,
        label: 'Workers',
        unit: 'workers',
        range: [1, 64],
        default: 4,
        help: 'x',
        rules: ['T-1'],
      }),
      4,
      { hint: 'At most 4: each worker needs a core.' },
    );
    expect(screen.getByRole('spinbutton')).toHaveAccessibleDescription(
      'At most 4: each worker needs a core.',
    );
    expect(screen.getByRole('button', { name: 'Rule T-1' })).toBeVisible();
  });

  it('moves a number by its slider, too', async () => {
    const slider = { min: 10, max: 20, scale: 'linear', marks: [{ at: 10, label: '10 default' }] } as const;
    const param = count({ ...base, label: 'Threads', unit: 'threads', range: [1, 100], default: 13, slider });
    const { user, onChange } = setUp(param, 13);
    const handle = screen.getByRole('slider', { name: 'Threads, threads, slider' });
    expect(handle).toHaveAttribute('aria-valuetext', '13 threads');
    handle.focus();
    await user.keyboard('{ArrowRight}');
    expect(onChange).toHaveBeenLastCalledWith(14);
  });
});

describe('focusField', () => {
  it('puts the focus into a number, and into the chosen one of a choice', () => {
    setUp(choice({ ...base, label: 'Server', choices: servers, default: 'puma', display: 'radios' }), 'puma');
    expect(focusField('it')).toBe(true);
    expect(screen.getByRole('radio', { name: 'Puma' })).toHaveFocus();
  });

  it('says when there is no such field', () => {
    expect(focusField('elsewhere')).toBe(false);
  });
});
