import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editInPlace } from '../../src/share/edit-in-place.ts';
import { fileText } from '../../src/share/render-export.ts';
import { cloudController } from '../../src/sizing/calculators/cloud-controller/index.ts';
import { heat } from '../../src/sizing/calculators/heat/index.ts';
import type { Calculator } from '../../src/sizing/core/calculator.ts';
import type { ExportContent, ExportDocument, FileContent } from '../../src/sizing/core/export-document.ts';
import { choicesOf } from '../sizing/calculators/round-trip.ts';
import { arbitrarySession } from './arbitrary-session.ts';

type FileDocument = ExportDocument & { readonly content: FileContent };

function isFile(document: { readonly content: ExportContent }): document is FileDocument {
  return ['ops', 'settings', 'ini'].includes(document.content.kind);
}

function edited(text: string, content: FileContent) {
  const result = editInPlace(text, content);
  if (result.kind === 'refused') throw new Error(result.problems[0]?.message);
  expect(result.byHand).toEqual([]);
  return result;
}

/** As a user keeps it: with a remark of their own here and there, and the line ends of their machine. */
function asKept(text: string, lineEnd: string): string {
  return `# ours: 4711\n${text}# the end\n`.replaceAll('\n', lineEnd);
}

function withoutQuotes(text: string): string {
  return text.replaceAll('"', '');
}

const targets = [
  ...choicesOf(cloudController, 'target').map((value) => [cloudController, 'target', value] as const),
  ...choicesOf(heat, 'exportTarget').flatMap((value) =>
    choicesOf(heat, 'release').map((release) => [heat, 'exportTarget', value, release] as const),
  ),
].map(([calculator, name, value, release]) => ({
  calculator,
  name,
  value,
  release: release ?? 'any release',
}));

describe('editInPlace with exports', () => {
  it.each(targets)(
    'turns one option’s file into another’s and back, for $calculator.id, $value, $release',
    ({ calculator, name, value, release }) => {
      let compared = 0;
      const sessions = arbitrarySession(calculator as Calculator);
      fc.assert(
        fc.property(sessions, fc.constantFrom('\n', '\r\n'), ({ plan: made }, lineEnd) => {
          const [one, two] = made.options;
          if (!one || !two) return;
          const shared = { ...made.shared, [name]: value, ...(release === 'any release' ? {} : { release }) };
          const plan = { ...made, shared };
          const filesOf = (letter: typeof one.letter) =>
            calculator.exports(plan, letter, { link: 'https://a.test/#x' }).filter(isFile);
          const others = filesOf(two.letter);
          for (const { content, id } of filesOf(one.letter)) {
            const other = others.find((document) => document.id === id);
            if (!other) continue;
            const own = asKept(fileText(content), lineEnd);
            const there = edited(own, other.content);
            // All of it is there now, and nothing is left to do.
            expect(edited(there.text, other.content)).toMatchObject({ changed: [], added: [] });
            // As many lines differ as values, each in its value alone, and what is new stands in lines of its own.
            const [was, is] = [own.split(lineEnd), there.text.split(lineEnd)];
            const kept = new Set(was);
            if (there.added.length === 0) {
              expect(is).toHaveLength(was.length);
              const places = was.flatMap((line, at) => (line === is[at] ? [] : [at]));
              expect(places).toHaveLength(there.changed.length);
              for (const at of places) expect(is[at]?.split(/[:=] /)[0]).toBe(was[at]?.split(/[:=] /)[0]);
              // Quotes come where a name could be read as a number; they need not go with the next one.
              expect(withoutQuotes(edited(there.text, content).text)).toBe(withoutQuotes(own));
            } else {
              const gone = was.length - is.filter((line) => kept.has(line)).length;
              expect(gone).toBeLessThanOrEqual(there.changed.length);
            }
            compared += 1;
          }
        }),
        { numRuns: 80 },
      );
      expect(compared).toBeGreaterThan(2);
    },
  );
});
