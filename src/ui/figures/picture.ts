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

const namespace = 'http://www.w3.org/2000/svg';

/** A picture as text, with its size in px. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The drawings inside `element` as one SVG that stands by itself, in the colours shown, on the panel's ground,
 * with `title` above. Undefined while nothing is drawn.
 */
export function pictureOf(element: Element, title: string): Picture | undefined {
  const drawings = [...element.querySelectorAll('svg')].filter(
    (svg) => !svg.parentElement?.closest('svg, button') && svg.getBoundingClientRect().width > 24,
  );
  if (drawings.length === 0) return undefined;
  const boxes = drawings.map((d) => d.getBoundingClientRect());
  const left = Math.min(...boxes.map((b) => b.left));
  const top = Math.min(...boxes.map((b) => b.top));
  const titleHeight = 34;
  const width = Math.ceil(Math.max(...boxes.map((b) => b.right)) - left);
  const height = Math.ceil(Math.max(...boxes.map((b) => b.bottom)) - top) + titleHeight;
  const root = document.createElementNS(namespace, 'svg');
  root.setAttribute('xmlns', namespace);
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  const { backgroundColor, color, fontFamily } = groundOf(element);
  root.append(
    shape('rect', { width, height, fill: backgroundColor }),
    shape(
      'text',
      { x: 12, y: 22, fill: color, 'font-family': fontFamily, 'font-size': 15, 'font-weight': 640 },
      title,
    ),
  );
  drawings.forEach((drawing, i) => {
    const box = boxes[i];
    const copy = styledCopy(drawing);
    for (const [name, value] of Object.entries({
      x: (box?.left ?? 0) - left,
      y: (box?.top ?? 0) - top + titleHeight,
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
  });
  return copy;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}
