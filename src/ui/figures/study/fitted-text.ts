/** Widths of letters differ; these are a little above the mean of the page's typeface, in ems. */
const narrowEm = 0.3;
const wideEm = 0.86;
const usualEm = 0.56;

/** About how wide a text is in px, for laying out before anything is drawn. */
export function textWidth(text: string, fontSizePx: number): number {
  let ems = 0;
  for (const letter of text)
    ems += /[il.,:;'|!()[\] ]/.test(letter) ? narrowEm : /[mwMWA-Z@—]/.test(letter) ? wideEm * 0.85 : usualEm;
  return ems * fontSizePx;
}

/** The text, or its beginning with an ellipsis where `widthPx` does not hold all of it; empty where nothing fits. */
export function fittedText(text: string, widthPx: number, fontSizePx: number): string {
  if (textWidth(text, fontSizePx) <= widthPx) return text;
  const letters = [...text];
  let ems = textWidth('…', fontSizePx);
  let count = 0;
  for (const letter of letters) {
    ems += textWidth(letter, fontSizePx);
    if (ems > widthPx) break;
    count += 1;
  }
  return count < 2 ? '' : `${letters.slice(0, count).join('').trimEnd()}…`;
}
