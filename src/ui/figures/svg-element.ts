export const svgNamespace = 'http://www.w3.org/2000/svg';

/** An SVG element outside React, for pictures that are saved. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text = '',
): Element {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}
