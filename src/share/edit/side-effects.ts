import type { TextPlace } from '../../sizing/core/import.ts';
import { EditRefusal } from './edit-refusal.ts';
import type { Leaf } from './leaves.ts';
import type { Edit } from './splice.ts';
import type { ByHand } from './steps.ts';

type Leaves = ReadonlyMap<string, Leaf>;

interface SideEffects {
  /** Edits that have to be taken back. */
  readonly blamed: ReadonlySet<Edit>;
  readonly byHand: readonly ByHand[];
}

/**
 * Compares what readers find before and after: nothing but what was meant may have changed, also not by way of an
 * anchor. Throws an EditRefusal where a change cannot be laid to one replacement.
 */
export function sideEffectsOf(
  before: Leaves,
  after: Leaves,
  edits: readonly Edit[],
  lineOf: (offset: number) => TextPlace,
): SideEffects {
  const meant = new Map(edits.map((edit) => [JSON.stringify(edit.path), edit]));
  const filled = filledBy(edits);
  const byHand = new Map<Edit, ByHand>();
  const blame = (edit: Edit | undefined, offset: number, reason: string) => {
    if (edit?.kind !== 'change' || edit.label === null) throw new EditRefusal(reason, offset);
    byHand.set(edit, { kind: 'by-hand', label: edit.label, value: edit.value, reason, offset });
  };
  for (const [path, edit] of meant)
    if (after.get(path)?.text !== edit.value)
      blame(edit, edit.start, `${edit.label ?? 'A value'} cannot be changed where it stands.`);
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(path);
    if (meant.has(path) || was?.text === after.get(path)?.text) continue;
    if (was?.text === '{}' && filled.has(path)) continue;
    // What an alias or a merge brings elsewhere still has the place of its anchor.
    const edit =
      was && edits.find((e) => e.kind === 'change' && e.start <= was.offset && was.offset <= e.end);
    const line = edit ? ` on line ${lineOf(edit.start).line}` : '';
    blame(
      edit,
      was?.offset ?? 0,
      `Another value would change with this one: ${placeText(path)} takes it from the anchor${line}.`,
    );
  }
  return { blamed: new Set(byHand.keys()), byHand: [...byHand.values()] };
}

/** What is empty no longer when these are added: a section that had no option, or a file that had no section. */
function filledBy(edits: readonly Edit[]): ReadonlySet<string> {
  const added = edits.filter(({ kind }) => kind === 'add');
  return new Set(added.flatMap(({ path }) => path.map((_, depth) => JSON.stringify(path.slice(0, depth)))));
}

function placeText(path: string): string {
  // Paths are written by `leavesOf`, as lists of text.
  return (JSON.parse(path) as readonly string[]).join('/');
}
