/** What of an `@font-face` rule says when it applies. */
const faceProperties = ['font-family', 'font-style', 'font-weight', 'font-stretch', 'unicode-range'] as const;

/**
 * The page's own fonts as far as a picture uses them, as `@font-face` rules with the font inside, so that the picture
 * looks the same where the fonts are not installed. A font that cannot be had is left out: the words have their
 * width, and stay legible in another.
 */
export async function pictureFonts(svg: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => fontFacesOf(sheet, svg));
  const rules = await Promise.all(faces.map(({ rule, url }) => embedded(rule, url).catch(() => '')));
  return rules.join('');
}

interface FontFace {
  readonly rule: CSSFontFaceRule;
  readonly url: URL;
}

function fontFacesOf(sheet: CSSStyleSheet, svg: string): readonly FontFace[] {
  return [...rulesOf(sheet)].flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const family = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '');
    const path = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
    const isUsed = svg.includes(family) && hasAny(svg, rule.style.getPropertyValue('unicode-range'));
    return path === undefined || !isUsed
      ? []
      : [{ rule, url: new URL(path, sheet.href ?? document.baseURI) }];
  });
}

/** A style sheet from elsewhere, as an extension may add, does not show its rules. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

/** Whether a text has a character of a `unicode-range`; of a rule without one, any will do. */
function hasAny(text: string, unicodeRange: string): boolean {
  if (unicodeRange === '') return true;
  const ranges = [...unicodeRange.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to]) => [
    Number.parseInt(from.replaceAll('?', '0'), 16),
    Number.parseInt(to ?? from.replaceAll('?', 'F'), 16),
  ]);
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([from = 0, to = 0]) => from <= code && code <= to);
  });
}

async function embedded(rule: CSSFontFaceRule, url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) return '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const when = faceProperties
    .map((name) => [name, rule.style.getPropertyValue(name)])
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}:${value};`)
    .join('');
  return `@font-face{${when}src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}
