import { csvText } from '../../sizing/core/csv-text.ts';
import { saveBlob } from './save-blob.ts';
import { type PictureKind, savePicture } from './save-picture.ts';

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
  const saveDrawn = (kind: PictureKind) => {
    const drawn = element();
    if (drawn) void savePicture(drawn, title, id, kind);
  };
  return (
    <>
      <button type="button" onClick={saveCsv}>
        Save CSV
      </button>
      <button type="button" onClick={() => saveDrawn('svg')}>
        Save SVG
      </button>
      <button type="button" onClick={() => saveDrawn('png')}>
        Save PNG
      </button>
    </>
  );
}
