import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLater } from '../../../src/ui/figures/use-later.ts';

interface LaterProps {
  readonly value: number;
  readonly name: string;
  readonly isSeen?: boolean;
}

function Later({ value, name, isSeen }: LaterProps) {
  return <output aria-label={name}>{useLater(value, isSeen)}</output>;
}

function Both({ value }: { readonly value: number }) {
  return (
    <>
      <Later name="first" value={value} />
      <Later name="second" value={value} />
    </>
  );
}

const shown = () => ['first', 'second'].map((name) => screen.getByLabelText(name).textContent);

/** One frame is painted, and what waited for it runs. */
const paintFrame = () => act(async () => vi.advanceTimersToNextFrame());
const runTasks = () => act(async () => vi.advanceTimersByTime(1));

describe('useLater', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows the first value at once', () => {
    render(<Both value={1} />);
    expect(shown()).toEqual(['1', '1']);
  });

  it('follows in the frames after the one that answers the key, one follower a frame', async () => {
    const { rerender } = render(<Both value={1} />);
    rerender(<Both value={2} />);
    expect(shown()).toEqual(['1', '1']);
    await paintFrame();
    expect(shown()).toEqual(['1', '1']);
    await runTasks();
    expect(shown()).toEqual(['2', '1']);
    await paintFrame();
    await runTasks();
    expect(shown()).toEqual(['2', '2']);
  });

  it('shows the newest of several values, never one of those between', async () => {
    const { rerender } = render(<Later name="first" value={1} />);
    rerender(<Later name="first" value={2} />);
    rerender(<Later name="first" value={3} />);
    await paintFrame();
    await runTasks();
    expect(screen.getByLabelText('first')).toHaveTextContent('3');
  });

  it('waits for a pause where it is not on the screen, or until it comes there', async () => {
    const { rerender } = render(<Later name="first" value={1} isSeen={false} />);
    for (const value of [2, 3, 4]) {
      rerender(<Later name="first" value={value} isSeen={false} />);
      await act(async () => vi.advanceTimersByTime(150));
      expect(screen.getByLabelText('first')).toHaveTextContent('1');
    }
    await act(async () => vi.advanceTimersByTime(500));
    expect(screen.getByLabelText('first')).toHaveTextContent('4');
    rerender(<Later name="first" value={5} isSeen={false} />);
    rerender(<Later name="first" value={5} isSeen />);
    await paintFrame();
    await runTasks();
    expect(screen.getByLabelText('first')).toHaveTextContent('5');
  });

  it('stays as it is where the value came back before it was drawn', async () => {
    const { rerender } = render(<Later name="first" value={1} />);
    rerender(<Later name="first" value={2} />);
    rerender(<Later name="first" value={1} />);
    await paintFrame();
    await runTasks();
    expect(screen.getByLabelText('first')).toHaveTextContent('1');
  });
});
