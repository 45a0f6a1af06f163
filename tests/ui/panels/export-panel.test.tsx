import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ExportContent, ExportDocument } from '../../../src/sizing/core/export-document.ts';
import { ExportPanel } from '../../../src/ui/panels/export-panel.tsx';
import type { RenderedText } from '../../../src/ui/panels/rendered-text.ts';

const documents: readonly ExportDocument[] = [
  {
    id: 'on',
    label: '1 Puma on',
    filename: 'puma-on.yml',
    content: { kind: 'text', language: 'shell', text: 'a: 1\nb: 2\n' },
  },
  {
    id: 'in',
    label: '2 Scale in',
    filename: 'scale-in.yml',
    content: { kind: 'refused', reason: 'There is nothing to scale in.' },
  },
];

async function plainly(content: ExportContent): Promise<RenderedText> {
  const text = content.kind === 'text' ? content.text : '';
  return { text, lines: text.split('\n').map((line) => ({ sign: ' ', text: line })) };
}

describe('ExportPanel', () => {
  it('shows the first document and copies exactly its text', async () => {
    const user = userEvent.setup();
    const onCopied = vi.fn<(label: string) => void>();
    render(<ExportPanel title="Files for C" documents={documents} render={plainly} onCopied={onCopied} />);
    expect(await screen.findByRole('region', { name: 'puma-on.yml' })).toHaveTextContent('a: 1 b: 2');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('a: 1\nb: 2\n');
    expect(onCopied).toHaveBeenCalledWith('1 Puma on');
  });

  it('says why a document is refused, and offers nothing to copy', async () => {
    const user = userEvent.setup();
    render(<ExportPanel title="Files for C" documents={documents} render={plainly} onCopied={() => {}} />);
    screen.getByRole('tab', { name: '1 Puma on' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: '2 Scale in' })).toHaveFocus();
    expect(screen.getByText('There is nothing to scale in.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('keeps the text from before an edit in sight, but does not hand it out', async () => {
    const never = new Promise<RenderedText>(() => {});
    const props = { title: 'Files for C', onCopied: () => {} };
    const { rerender } = render(<ExportPanel {...props} documents={documents} render={plainly} />);
    await screen.findByRole('region', { name: 'puma-on.yml' });
    const edited = documents.map((document) => ({ ...document }));
    rerender(<ExportPanel {...props} documents={edited} render={() => never} />);
    expect(screen.getByRole('region', { name: 'puma-on.yml' })).toHaveTextContent('a: 1');
    expect(screen.getByRole('button', { name: 'Copy' })).toBeDisabled();
  });

  it('says when a file could not be written', async () => {
    render(
      <ExportPanel
        title="Files for C"
        documents={documents}
        render={() => Promise.reject(new Error('chunk did not load'))}
        onCopied={() => {}}
      />,
    );
    expect(await screen.findByText(/puma-on\.yml could not be written/)).toBeVisible();
  });

  it('says when the clipboard is refused', async () => {
    const user = userEvent.setup();
    render(<ExportPanel title="Files for C" documents={documents} render={plainly} onCopied={() => {}} />);
    await screen.findByRole('region', { name: 'puma-on.yml' });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The browser refused the clipboard.');
  });

  it('marks what a change takes out and puts in, in words too', async () => {
    const change: RenderedText = {
      text: '-a: 1\n+a: 2\n',
      lines: [
        { sign: '-', text: 'a: 1' },
        { sign: '+', text: 'a: 2' },
      ],
    };
    render(
      <ExportPanel
        title="F"
        documents={documents}
        render={() => Promise.resolve(change)}
        onCopied={() => {}}
      />,
    );
    expect(await screen.findByRole('region')).toHaveTextContent('Removed: a: 1 Added: a: 2');
  });
});
