import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../src/ui/sources/place-beside.ts';

const size = { width: 300, height: 200 };

describe('placeBeside', () => {
  it('goes under its anchor, at its left edge', () => {
    const place = placeBeside({ left: 100, top: 50, width: 40, height: 20 }, size, {
      width: 1000,
      height: 800,
    });
    expect(place).toMatchObject({ left: 100, top: 76 });
  });

  it('goes above an anchor at the foot of the screen', () => {
    const place = placeBeside({ left: 100, top: 700, width: 40, height: 20 }, size, {
      width: 1000,
      height: 800,
    });
    expect(place).toMatchObject({ left: 100, top: 494 });
  });

  it('moves inwards at the right edge', () => {
    const place = placeBeside({ left: 900, top: 50, width: 40, height: 20 }, size, {
      width: 1000,
      height: 800,
    });
    expect(place.left).toBe(692);
  });

  it('never leaves the screen, wherever its anchor is, from 320 px on', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 320, max: 2000 }),
          height: fc.integer({ min: 240, max: 1200 }),
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 40, max: 304 }),
        fc.integer({ min: 20, max: 3000 }),
        (viewport, across, down, width, height) => {
          const anchor = {
            left: across * (viewport.width - 30),
            top: down * (viewport.height - 20),
            width: 30,
            height: 20,
          };
          const { left, top, maxHeight } = placeBeside(anchor, { width, height }, viewport);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(viewport.width);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + Math.min(height, maxHeight)).toBeLessThanOrEqual(viewport.height);
          // And never covers what it explains.
          const isClear =
            top >= anchor.top + anchor.height || top + Math.min(height, maxHeight) <= anchor.top;
          expect(isClear).toBe(true);
        },
      ),
    );
  });
});
