import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveVerdict } from '../../../src/ui/shell/live-verdict.tsx';
import { StatusRegion } from '../../../src/ui/shell/status-region.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function pass(ms: number) {
  act(() => vi.advanceTimersByTime(ms));
}

describe('LiveVerdict', () => {
  it('says nothing when the page opens', () => {
    const { container } = render(<LiveVerdict spoken="C carries 416." />);
    pass(5000);
    expect(container).toHaveTextContent('');
  });

  it('waits 700 ms after the last change', () => {
    const { container, rerender } = render(<LiveVerdict spoken="C carries 416." />);
    rerender(<LiveVerdict spoken="C carries 4." />);
    pass(600);
    rerender(<LiveVerdict spoken="C carries 468." />);
    pass(699);
    expect(container).toHaveTextContent('');
    pass(1);
    expect(container).toHaveTextContent('C carries 468.');
  });

  it('says the first verdict again when a change is taken back', () => {
    const { container, rerender } = render(<LiveVerdict spoken="C carries 416." />);
    rerender(<LiveVerdict spoken="C carries 468." />);
    pass(700);
    rerender(<LiveVerdict spoken="C carries 416." />);
    pass(700);
    expect(container).toHaveTextContent('C carries 416.');
  });
});

describe('StatusRegion', () => {
  it('is there before it has something to say, as a live region must be', () => {
    render(<StatusRegion message={null} onDone={() => {}} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('says what happened and is done after four seconds', () => {
    const onDone = vi.fn();
    render(<StatusRegion message={{ id: 1, text: 'Link copied.' }} onDone={onDone} />);
    expect(screen.getByRole('status')).toHaveTextContent('Link copied.');
    pass(3999);
    expect(onDone).not.toHaveBeenCalled();
    pass(1);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('keeps a way back open for ten seconds', () => {
    const onDone = vi.fn();
    const onAct = vi.fn();
    const message = { id: 1, text: 'Option D deleted.', action: { label: 'Undo', onAct } };
    render(<StatusRegion message={message} onDone={onDone} />);
    pass(9999);
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onAct).toHaveBeenCalledOnce();
    expect(onDone).toHaveBeenCalledOnce();
  });
});
