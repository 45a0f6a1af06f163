import { describe, expect, it } from 'vitest';
import { openPlanFile } from '../../src/app/open-plan-file.ts';
import { toFileText } from '../../src/share/plan-file.ts';
import { heat } from '../../src/sizing/calculators/heat/index.ts';
import { planOf } from '../../src/sizing/core/preset.ts';
import type { Workspace } from '../../src/state/workspace.ts';

const [preset] = heat.presets;
if (!preset) throw new Error('Heat has no preset.');
const text = toFileText({ ...planOf(heat, preset), view: 'size', unknown: new Map() }, heat);

async function openedFrom(bytes: Uint8Array<ArrayBuffer>) {
  const opened: unknown[] = [];
  // Of a workspace only these two are used.
  const workspace = {
    app: { getState: () => ({ calculators: [heat] }) },
    openCopy: (file: unknown) => void opened.push(file),
  } as unknown as Workspace;
  await openPlanFile(workspace, new File([bytes], 'plan.plimsoll.json'));
  expect(opened).toHaveLength(1);
  return opened[0];
}

const utf8 = (some: string) => Uint8Array.from(new TextEncoder().encode(some));

describe('openPlanFile', () => {
  it.each([
    ['as it was saved', text],
    ['with a byte order mark', `\ufeff${text}`],
  ])('opens a plan %s', async (_what, file) => {
    expect(await openedFrom(utf8(file))).toMatchObject({ kind: 'opened', session: { view: 'size' } });
  });

  it('refuses bytes that are no UTF-8, and says where', async () => {
    const bytes = utf8(text.replace(/^\{\n/, '{\n\u0000'));
    bytes[bytes.indexOf(0)] = 0xf6;
    expect(await openedFrom(bytes)).toEqual({
      kind: 'refused',
      message:
        'Line 2, byte 1: F6 is not UTF-8. Save the file as UTF-8 (it may be in Latin-1 or Windows-1252). Nothing was changed.',
    });
  });
});
