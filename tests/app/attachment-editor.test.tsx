import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AttachmentEditor } from '../../src/app/attachment-editor.tsx';
import type { AttachmentField } from '../../src/sizing/core/study.ts';

const field: AttachmentField = {
  id: 'samples',
  label: 'Samples',
  help: 'One row a minute.',
  language: 'csv',
  maxBytes: 4_000_000,
};

function fileOf(bytes: number): File {
  return new File([new Uint8Array(bytes).fill(0x31)], 'samples.csv', { type: 'text/csv' });
}

describe('AttachmentEditor', () => {
  it('takes a file as large as its field reads, and refuses a larger one with both sizes', async () => {
    const onChange = vi.fn();
    render(<AttachmentEditor field={field} text="" marks={[]} onChange={onChange} />);
    const input = screen.getByLabelText('File for Samples');
    await userEvent.upload(input, fileOf(3_500_000));
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(onChange.mock.calls[0]?.[0]).toHaveLength(3_500_000);
    await userEvent.upload(input, fileOf(4_300_000));
    expect(
      await screen.findByText('samples.csv: The file has 4.1 MB; up to 3.8 MB are read.', { exact: false }),
    ).toBeInTheDocument();
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
