import type { Rich } from '../../sizing/core/explanation.ts';

/** Running text with its emphasis. */
export function RichText({ text }: { readonly text: Rich }) {
  return text.map((part, index) =>
    // Parts have no identity but their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
    typeof part === 'string' ? part : <strong key={index}>{part.strong}</strong>,
  );
}
