import { svgElement } from './svg-element.ts';

interface Origin {
  readonly left: number;
  readonly top: number;
}

/** Words, grounds and rules of a piece of page as SVG, where they stand on the screen; what is hidden is left out. */
export function drawnHtml(part: Element, origin: Origin): readonly Element[] {
  const elements = [part, ...part.querySelectorAll('*')].filter(
    (e) =>
      !e.closest('.visually-hidden, svg, [data-no-picture]') && getComputedStyle(e).visibility === 'visible',
  );
  return [
    ...elements.flatMap((e) => drawnGround(e, origin)),
    ...elements.flatMap((e) => drawnRules(e, origin)),
    ...elements.flatMap((e) => drawnWords(e, origin)),
  ];
}

function drawnGround(element: Element, origin: Origin): readonly Element[] {
  const { backgroundColor, borderTopLeftRadius } = getComputedStyle(element);
  if (/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return [];
  return [
    rectangle(
      element.getBoundingClientRect(),
      origin,
      backgroundColor,
      Number.parseFloat(borderTopLeftRadius),
    ),
  ];
}

/** Table rows collapse their borders, so a rule is drawn at the top and at the left edge only. */
function drawnRules(element: Element, origin: Origin): readonly Element[] {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isDrawn = (width: string, kind: string) => Number.parseFloat(width) > 0 && kind !== 'none';
  return [
    ...(isDrawn(style.borderTopWidth, style.borderTopStyle)
      ? [rectangle({ ...sides(box), height: 1 }, origin, style.borderTopColor, 0)]
      : []),
    ...(isDrawn(style.borderLeftWidth, style.borderLeftStyle)
      ? [rectangle({ ...sides(box), width: 1 }, origin, style.borderLeftColor, 0)]
      : []),
  ];
}

function sides({ left, top, width, height }: DOMRect) {
  return { left, top, width, height };
}

function rectangle(box: ReturnType<typeof sides>, origin: Origin, fill: string, radius: number): Element {
  return svgElement('rect', {
    x: box.left - origin.left,
    y: box.top - origin.top,
    width: box.width,
    height: box.height,
    rx: Number.isFinite(radius) ? radius : 0,
    fill,
  });
}

/** Word by word, as each may stand on another line. */
function drawnWords(element: Element, origin: Origin): readonly Element[] {
  const style = getComputedStyle(element);
  const attributes = {
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    'font-stretch': style.fontStretch,
  };
  return [...element.childNodes].flatMap((node) => {
    if (!(node instanceof Text)) return [];
    return [...node.data.matchAll(/\S+/g)].flatMap((match) => {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getBoundingClientRect();
      if (box.width === 0) return [];
      // The baseline of a line box lies about a quarter above its lower edge.
      const y = box.bottom - origin.top - box.height * 0.24;
      return [
        svgElement(
          'text',
          {
            x: box.left - origin.left,
            y,
            ...attributes,
            textLength: box.width,
            lengthAdjust: 'spacingAndGlyphs',
          },
          match[0],
        ),
      ];
    });
  });
}
