import { type Picture, pictureOf, pngOf } from './picture.ts';
import { pictureFonts } from './picture-fonts.ts';
import { saveBlob } from './save-blob.ts';

export type PictureKind = 'svg' | 'png';

/**
 * Saves what is drawn in an element as a picture that stands by itself. Light on white, as documents are, unless the
 * user chose the dark theme. False while nothing is drawn.
 */
export async function savePicture(
  element: Element,
  title: string,
  fileName: string,
  kind: PictureKind,
): Promise<boolean> {
  const picture = asShown(element, () => pictureOf(element, title));
  if (!picture) return false;
  const whole = withFonts(picture, await pictureFonts(picture.svg));
  const blob = kind === 'png' ? await pngOf(whole) : new Blob([whole.svg], { type: 'image/svg+xml' });
  saveBlob(blob, `${fileName}.${kind}`);
  return true;
}

function withFonts(picture: Picture, rules: string): Picture {
  if (rules === '') return picture;
  return { ...picture, svg: picture.svg.replace('>', () => `><style>${rules}</style>`) };
}

/** Takes the picture in the theme for documents and with nothing scrolled away; the screen is not drawn in between. */
function asShown<T>(element: Element, take: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  const scrolled = [...element.querySelectorAll('*')]
    .filter((e) => e.scrollLeft !== 0)
    .map((e) => ({ e, left: e.scrollLeft }));
  if (theme !== 'dark') dataset.theme = 'light';
  for (const { e } of scrolled) e.scrollLeft = 0;
  try {
    return take();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
    for (const { e, left } of scrolled) e.scrollLeft = left;
  }
}
