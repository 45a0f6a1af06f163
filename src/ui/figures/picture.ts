import { drawnHtml } from './drawn-html.ts';
import { svgElement, svgNamespace } from './svg-element.ts';

/** What must be written on each element, as a picture has no style sheet. */
const drawnProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-stretch',
  'text-anchor',
  'transform',
] as const;

const titleHeight = 34;
const padding = 8;

/** A picture as text, with its size in px. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The drawings inside `element`, and the words marked `data-picture`, as one SVG that stands by itself: in the
 * colours shown, on the panel's ground, with `title` above. Undefined while nothing is drawn.
 */
export function pictureOf(element: Element, title: string): Picture | undefined {
  const drawings = [...element.querySelectorAll('svg')].filter(
    (svg) => !svg.parentElement?.closest('svg, button') && svg.getBoundingClientRect().width > 24,
  );
  if (drawings.length === 0) return undefined;
  const words = [...element.querySelectorAll('[data-picture]')];
  const boxes = [...drawings, ...words].map((d) => d.getBoundingClientRect());
  const left = Math.min(...boxes.map((b) => b.left)) - padding;
  const top = Math.min(...boxes.map((b) => b.top));
  const width = Math.ceil(Math.max(...boxes.map((b) => b.right)) - left) + padding;
  const height = Math.ceil(Math.max(...boxes.map((b) => b.bottom)) - top) + titleHeight + padding;
  const root = document.createElementNS(svgNamespace, 'svg');
  root.setAttribute('xmlns', svgNamespace);
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  const { backgroundColor, color, fontFamily } = groundOf(element);
  root.append(
    svgElement('rect', { width, height, fill: backgroundColor }),
    svgElement(
      'text',
      { x: 12, y: 22, fill: color, 'font-family': fontFamily, 'font-size': 15, 'font-weight': 640 },
      title,
    ),
  );
  const origin = { left, top: top - titleHeight };
  for (const part of words) root.append(...drawnHtml(part, origin));
  drawings.forEach((drawing, i) => {
    const box = boxes[i];
    const copy = styledCopy(drawing);
    for (const [name, value] of Object.entries({
      x: (box?.left ?? 0) - origin.left,
      y: (box?.top ?? 0) - origin.top,
      width: box?.width ?? 0,
      height: box?.height ?? 0,
    }))
      copy.setAttribute(name, String(value));
    root.append(copy);
  });
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** The picture as PNG at twice its size, so that it stays sharp in a document. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(picture.width * 2, picture.height * 2);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The style of the nearest ancestor that paints a background. */
function groundOf(element: Element): CSSStyleDeclaration {
  let at: Element = element;
  while (
    at.parentElement &&
    /^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(getComputedStyle(at).backgroundColor)
  )
    at = at.parentElement;
  return getComputedStyle(at);
}

/**
 * Whether an element holds text of its own and no such element is around it. Its width is written into the picture:
 * whoever opens it may not have the font.
 */
function isRunOfText(element: Element): boolean {
  const hasText = (e: Element) => [...e.childNodes].some((n) => n instanceof Text && n.data.trim() !== '');
  return (
    hasText(element) && !(element.parentElement?.closest('text, tspan') && hasText(element.parentElement))
  );
}

function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  // A clone of an element has that element's type.
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const sources = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((target, i) => {
    const source = sources[i];
    if (!source) return;
    const style = getComputedStyle(source);
    for (const name of drawnProperties) {
      const value = style.getPropertyValue(name);
      // An attribute keeps its own transform; only one set by a style sheet has to be written.
      if (value && !(name === 'transform' && (value === 'none' || source.hasAttribute('transform'))))
        target.setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'tabindex', 'role']) target.removeAttribute(name);
    if (source instanceof SVGTextContentElement && isRunOfText(source)) {
      target.setAttribute('textLength', String(source.getComputedTextLength()));
      target.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  });
  return copy;
}
