import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  type AnyNumberParam,
  autoCount,
  count,
  optionalCount,
  quantity,
  type Value,
} from '../../../src/sizing/core/param.ts';
import { NumberField } from '../../../src/ui/fields/number-field.tsx';

const vms = count({
  key: 'n',
  scope: 'option',
  group: 'g',
  label: 'API VMs',
  unit: 'VMs',
  range: [1, 500],
  default: 9,
});

const memory = quantity({
  key: 'm',
  scope: 'shared',
  group: 'g',
  label: 'Memory per VM',
  unit: 'gibibytes',
  suffix: 'GiB',
  range: [0.5, 2048],
  step: 0.5,
  default: 4,
});

const pool = autoCount({
  key: 'p',
  scope: 'option',
  group: 'g',
  label: 'Pool',
  unit: 'connections',
  range: [1, 200],
});

const database = optionalCount({
  key: 'd',
  scope: 'shared',
  group: 'g',
  label: 'Connections free',
  unit: 'connections',
  range: [1, 100_000],
  empty: 'Left empty, the database is not checked.',
});

/** The field with a model around it that holds what the field hands on. */
function setUp(param: AnyNumberParam, initial: Value, autoValue?: number) {
  const user = userEvent.setup();
  const onChange = vi.fn<(value: Value) => void>();
  const onDraft = vi.fn<(message: string | null) => void>();
  function Model() {
    const [value, setValue] = useState<Value>(initial);
    return (
      <>
        <NumberField
          param={{ ...param, name: 'field' }}
          value={value}
          autoValue={autoValue}
          onChange={(next) => {
            onChange(next);
            setValue(next);
          }}
          onDraft={onDraft}
        />
        <button type="button" onClick={() => setValue(initial)}>
          Undo
        </button>
      </>
    );
  }
  render(<Model />);
  return { user, onChange, onDraft, box: screen.getByRole('spinbutton') };
}

async function retype(user: ReturnType<typeof userEvent.setup>, box: HTMLElement, text: string) {
  await user.clear(box);
  await user.type(box, text);
}

describe('NumberField', () => {
  it('has its unit in its name and its range for a screen reader', () => {
    const { box } = setUp(memory, 4);
    expect(box).toHaveAccessibleName('Memory per VM, gibibytes');
    expect(box).toHaveAttribute('aria-valuemin', '0.5');
    expect(box).toHaveAttribute('aria-valuemax', '2048');
    expect(box).toHaveAttribute('aria-valuenow', '4');
    expect(box).toHaveAttribute('aria-valuetext', '4 gibibytes');
  });

  it('hands on every keystroke that reads as a good value', async () => {
    const { user, box, onChange } = setUp(vms, 9);
    await user.type(box, '5');
    expect(onChange.mock.calls).toEqual([[95]]);
  });

  it.each([
    ['1.5k', 1500],
    ['2e1', 20],
    ['13,5', 13.5],
    ['1,000', 1000],
  ])('reads %s as %d', async (typed, value) => {
    const { user, box, onChange } = setUp(memory, 4);
    await retype(user, box, typed);
    expect(onChange).toHaveBeenLastCalledWith(value);
    expect(box).toHaveValue(typed);
    expect(box).toBeValid();
  });

  it('shows the number plainly once it is left', async () => {
    const { user, box } = setUp(memory, 4);
    await retype(user, box, '1.5k');
    await user.tab();
    expect(box).toHaveValue('1,500');
  });

  it('keeps a number out of range as typed, says what is accepted, and leaves the model alone', async () => {
    const { user, box, onChange, onDraft } = setUp(vms, 9);
    await retype(user, box, '600');
    await user.tab();
    expect(box).toHaveValue('600');
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleErrorMessage('API VMs: enter a whole number from 1 to 500.');
    // 6 and 60 were good on the way.
    expect(onChange.mock.calls).toEqual([[6], [60]]);
    expect(onDraft).toHaveBeenLastCalledWith('API VMs: enter a whole number from 1 to 500.');
  });

  it('says that a part of a thing is not accepted', async () => {
    const { user, box } = setUp(vms, 9);
    await retype(user, box, '13.5');
    expect(box).toHaveAccessibleErrorMessage('13.5 VMs: whole numbers only.');
  });

  it('does not accept an empty box, nor words', async () => {
    const { user, box, onChange } = setUp(vms, 9);
    await user.clear(box);
    expect(box).toBeInvalid();
    await user.type(box, 'nine');
    expect(box).toBeInvalid();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('reports that a bad text became good again', async () => {
    const { user, box, onDraft } = setUp(vms, 9);
    await retype(user, box, '600');
    await user.type(box, '{Backspace}');
    expect(onDraft).toHaveBeenLastCalledWith(null);
    expect(box).toBeValid();
  });

  it('asks which number 1.000 is, and takes the answer', async () => {
    const { user, box, onChange } = setUp(memory, 4);
    await retype(user, box, '1.000');
    expect(box).toHaveAccessibleErrorMessage('Memory per VM: is 1.000 meant as 1,000 or 1?');
    expect(onChange).not.toHaveBeenCalledWith(1000);
    await user.click(screen.getByRole('button', { name: 'Use 1,000' }));
    expect(onChange).toHaveBeenLastCalledWith(1000);
    expect(box).toHaveFocus();
    expect(box).toBeValid();
  });

  it('gives the last good value back on Escape', async () => {
    const { user, box, onDraft } = setUp(vms, 9);
    await user.clear(box);
    await user.keyboard('{Escape}');
    expect(box).toHaveValue('9');
    expect(onDraft).toHaveBeenLastCalledWith(null);
  });

  it.each([
    ['{ArrowUp}', 101],
    ['{ArrowDown}', 99],
    ['{Shift>}{ArrowUp}{/Shift}', 110],
    ['{PageUp}', 110],
    ['{PageDown}', 90],
    ['{Home}', 1],
    ['{End}', 500],
  ])('%s brings 100 to %d', async (keys, value) => {
    const { user, box, onChange } = setUp(vms, 100);
    await user.click(box);
    await user.keyboard(keys);
    expect(onChange.mock.calls).toEqual([[value]]);
  });

  it('steps by its own step, without binary rounding', async () => {
    const tenths = quantity({ ...memory, range: [0.1, 10], step: 0.1, default: 0.1 });
    const { user, box, onChange } = setUp(tenths, 0.2);
    await user.click(box);
    await user.keyboard('{ArrowUp}');
    // 0.2 + 0.1 is 0.30000000000000004 in binary.
    expect(onChange).toHaveBeenLastCalledWith(0.3);
  });

  it('stops at the ends of its range', async () => {
    const { user, box, onChange } = setUp(vms, 495);
    await user.click(box);
    await user.keyboard('{PageUp}{ArrowUp}');
    expect(onChange.mock.calls).toEqual([[500]]);
  });

  it('leaves Home and End to the caret once something is typed', async () => {
    const { user, box, onChange } = setUp(vms, 9);
    await user.type(box, '5');
    await user.keyboard('{Home}');
    expect(onChange.mock.calls).toEqual([[95]]);
    expect(box).toHaveValue('95');
  });

  it('is one tab stop and ignores the mouse wheel', async () => {
    const { user, box, onChange } = setUp(vms, 9);
    await user.tab();
    expect(box).toHaveFocus();
    box.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, bubbles: true }));
    expect(onChange).not.toHaveBeenCalled();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
  });

  it('has step buttons for the mouse', async () => {
    const { user, onChange } = setUp(vms, 9);
    await user.click(screen.getByText('+'));
    await user.click(screen.getByText('−'));
    expect(onChange.mock.calls).toEqual([[10], [9]]);
  });

  it('follows a value that changes from outside', async () => {
    const { user, box, onDraft } = setUp(vms, 9);
    await user.type(box, '99');
    expect(box).toBeInvalid();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(box).toHaveValue('9');
    expect(box).toBeValid();
    expect(onDraft).toHaveBeenLastCalledWith(null);
  });
});

describe('NumberField of an auto-number', () => {
  it('shows the number its rule gives, as Auto', () => {
    const { box } = setUp(pool, 'auto', 13);
    expect(box).toHaveValue('13');
    expect(screen.getByText('Auto')).toBeVisible();
  });

  it('becomes the user’s on typing, and goes back to the rule by its button', async () => {
    const { user, box, onChange } = setUp(pool, 'auto', 13);
    await retype(user, box, '20');
    expect(onChange).toHaveBeenLastCalledWith(20);
    expect(screen.getByText('Yours')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Back to auto: Pool' }));
    expect(onChange).toHaveBeenLastCalledWith('auto');
    expect(box).toHaveValue('13');
    expect(box).toHaveFocus();
  });

  it('goes back to the rule when emptied', async () => {
    const { user, box, onChange } = setUp(pool, 20, 13);
    await user.clear(box);
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith('auto');
    expect(box).toHaveValue('13');
  });

  it('steps on from what the rule gives', async () => {
    const { user, box, onChange } = setUp(pool, 'auto', 13);
    await user.click(box);
    await user.keyboard('{ArrowUp}');
    expect(onChange).toHaveBeenLastCalledWith(14);
  });
});

describe('NumberField of an optional number', () => {
  it('can be empty, and says what then happens', async () => {
    const { user, box, onChange } = setUp(database, 800);
    await user.clear(box);
    expect(onChange).toHaveBeenLastCalledWith(null);
    expect(box).toBeValid();
    expect(box).toHaveAccessibleDescription('Left empty, the database is not checked.');
    expect(box).toHaveAttribute('aria-valuetext', 'empty');
    expect(box).not.toHaveAttribute('aria-valuenow');
  });
});
