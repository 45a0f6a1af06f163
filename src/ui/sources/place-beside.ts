/** A box in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const margin = 8;

/**
 * Where a popover of a given size goes: under its anchor, above it where there is more room, and never outside
 * the viewport. `maxHeight` is what is left there; the popover scrolls when it needs more.
 */
export function placeBeside(
  anchor: Box,
  size: Pick<Box, 'width' | 'height'>,
  viewport: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  const below = viewport.height - (anchor.top + anchor.height) - gap - margin;
  const above = anchor.top - gap - margin;
  const isAbove = size.height > below && above > below;
  const maxHeight = Math.max(0, isAbove ? above : below);
  const height = Math.min(size.height, maxHeight);
  const left = Math.max(margin, Math.min(anchor.left, viewport.width - size.width - margin));
  const top = isAbove ? anchor.top - gap - height : anchor.top + anchor.height + gap;
  return { left, top: Math.max(margin, top), maxHeight };
}
