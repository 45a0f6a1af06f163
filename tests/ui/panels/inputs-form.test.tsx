import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { choice, count } from '../../../src/sizing/core/param.ts';
import type { Letter } from '../../../src/sizing/core/plan.ts';
import { InputsForm, nameField } from '../../../src/ui/panels/inputs-form.tsx';

const params = [
  {
    name: 'fleet',
    ...count({
      key: 'f',
      scope: 'shared',
      group: 'today',
      label: 'VMs today',
      unit: 'VMs',
      range: [1, 500],
      default: 20,
    }),
  },
  {
    name: 'vms',
    ...count({
      key: 'n',
      scope: 'option',
      group: 'option',
      label: 'API VMs',
      unit: 'VMs',
      range: [1, 500],
      default: 9,
    }),
  },
  {
    name: 'survive',
    ...choice({
      key: 's',
      scope: 'shared',
      group: 'survive',
      label: 'Must survive',
      choices: [
        { value: 'none', label: 'None' },
        { value: 'vm', label: 'VM' },
      ],
      default: 'vm',
      display: 'segments',
    }),
  },
];

function setUp(more: Partial<ComponentProps<typeof InputsForm>> = {}) {
  const calls = {
    onChange: vi.fn<ComponentProps<typeof InputsForm>['onChange']>(),
    onDraft: vi.fn<ComponentProps<typeof InputsForm>['onDraft']>(),
    onRename: vi.fn<(name: string) => void>(),
  };
  function Page() {
    const [letter, setLetter] = useState<Letter>('C');
    return (
      <>
        <InputsForm
          groups={[
            { id: 'today', label: 'Today' },
            { id: 'option', label: 'Option' },
            { id: 'survive', label: 'Must survive' },
          ]}
          params={params}
          inputs={{ fleet: 20, vms: 9, survive: 'vm' }}
          notes={{ hints: {}, choiceLabels: {}, legends: { today: '= 400 concurrent' }, hidden: [] }}
          autoValues={{}}
          problems={[]}
          option={{ letter, name: letter === 'C' ? 'Profile 3' : 'Profile 4' }}
          {...calls}
          {...more}
        />
        <button type="button" onClick={() => setLetter('D')}>
          Select D
        </button>
      </>
    );
  }
  render(<Page />);
  return { user: userEvent.setup(), ...calls };
}

describe('InputsForm', () => {
  it('has a group a fieldset, and the option’s group its badge and name', () => {
    setUp();
    expect(screen.getByRole('form', { name: 'Inputs' })).toBeVisible();
    expect(screen.getByRole('group', { name: /Today.*= 400 concurrent/ })).toBeVisible();
    const own = screen.getByRole('group', { name: /C.*Profile 3/ });
    expect(within(own).getByRole('spinbutton', { name: 'API VMs, VMs' })).toHaveValue('9');
    expect(within(own).queryByRole('spinbutton', { name: 'VMs today, VMs' })).not.toBeInTheDocument();
  });

  it('hands on changes by the field’s name', async () => {
    const { user, onChange } = setUp();
    await user.click(screen.getByRole('radio', { name: 'None' }));
    expect(onChange).toHaveBeenLastCalledWith('survive', 'none');
    await user.type(screen.getByRole('spinbutton', { name: 'API VMs, VMs' }), '{ArrowUp}');
    expect(onChange).toHaveBeenLastCalledWith('vms', 10);
  });

  it('does not carry a half-typed text over to another option', async () => {
    const { user, onDraft } = setUp();
    await user.clear(screen.getByRole('spinbutton', { name: 'API VMs, VMs' }));
    expect(onDraft).toHaveBeenLastCalledWith('vms', 'API VMs: enter a whole number from 1 to 500.');
    await user.click(screen.getByRole('button', { name: 'Select D' }));
    expect(screen.getByRole('spinbutton', { name: 'API VMs, VMs' })).toHaveValue('9');
    expect(onDraft).toHaveBeenLastCalledWith('vms', null);
  });

  it('renames the option, but not to nothing', async () => {
    const { user, onDraft, onRename } = setUp();
    const box = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(box);
    expect(onRename).not.toHaveBeenCalled();
    expect(onDraft).toHaveBeenLastCalledWith(nameField, 'Name: enter a name.');
    await user.type(box, 'X');
    expect(onRename).toHaveBeenLastCalledWith('X');
  });

  it('leaves out fields that mean nothing, and groups without any', () => {
    setUp({ notes: { hints: {}, choiceLabels: {}, legends: {}, hidden: ['fleet'] } });
    expect(screen.queryByRole('group', { name: /Today/ })).not.toBeInTheDocument();
  });

  it('can be read only', () => {
    setUp({ isReadOnly: true });
    for (const control of [...screen.getAllByRole('spinbutton'), ...screen.getAllByRole('radio')])
      expect(control).toBeDisabled();
  });
});
