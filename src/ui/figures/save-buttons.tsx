import { csvText } from '../../sizing/core/csv-text.ts';
import { pictureOf, pngOf } from './picture.ts';
import { saveBlob } from './save-blob.ts';

interface SaveButtonsProps {
  /** Names the files. */
  readonly id: string;
  readonly title: string;
  /** The figure's numbers, asked for when they are saved. */
  readonly rows: () => Parameters<typeof csvText>[0];
  readonly element: () => Element | null;
}

/** A figure to take away: its numbers, and its picture in two formats. */
export function SaveButtons({ id, title, rows, element }: SaveButtonsProps) {
  const saveCsv = () => saveBlob(new Blob([csvText(rows())], { type: 'text/csv' }), `${id}.csv`);
  const savePicture = async (kind: 'svg' | 'png') => {
    const drawn = element();
    const picture = drawn && pictureOf(drawn, title);
    if (!picture) return;
    const blob = kind === 'png' ? await pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
    saveBlob(blob, `${id}.${kind}`);
  };
  return (
    <>
      <button type="button" onClick={saveCsv}>
        Save CSV
      </button>
      <button type="button" onClick={() => savePicture('svg')}>
        Save SVG
      </button>
      <button type="button" onClick={() => savePicture('png')}>
        Save PNG
      </button>
    </>
  );
}
