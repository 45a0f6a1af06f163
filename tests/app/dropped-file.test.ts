import { describe, expect, it } from 'vitest';
import { droppedFile } from '../../src/app/dropped-file.ts';

interface Dropped {
  readonly kind: 'file' | 'string';
  readonly name?: string;
  readonly isDirectory?: boolean;
}

/** A drop as browsers describe it; of an item only what is read is there. */
function drop(...dropped: readonly Dropped[]): Pick<DataTransfer, 'items'> {
  const items = dropped.map(({ kind, name = '', isDirectory = false }) => ({
    kind,
    webkitGetAsEntry: () => (kind === 'file' ? { name, isDirectory } : null),
    getAsFile: () => (kind === 'file' && !isDirectory ? new File(['a: 1'], name) : null),
  }));
  return { items: items as unknown as DataTransferItemList };
}

describe('droppedFile', () => {
  it('gives the one file', () => {
    const file = droppedFile(drop({ kind: 'file', name: 'globals.yml' }));
    expect(file).toBeInstanceOf(File);
    expect(file).toHaveProperty('name', 'globals.yml');
  });

  it('leaves dropped text to the editor', () => {
    expect(droppedFile(drop({ kind: 'string' }))).toBeUndefined();
  });

  it('says that one file is wanted where several came, and counts them without other things', () => {
    const file = { kind: 'file', name: 'a.yml' } as const;
    expect(droppedFile(drop(file, { kind: 'string' }, file))).toBe(
      'Drop one file: there were 2, and each is read by itself.',
    );
  });

  it('names a folder', () => {
    expect(droppedFile(drop({ kind: 'file', name: 'manifests', isDirectory: true }))).toBe(
      '“manifests” is a folder. Drop one file of it.',
    );
  });
});
