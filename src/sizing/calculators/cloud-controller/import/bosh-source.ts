import type { Place } from '../../../documents/import-report.ts';
import type { LocatedNode, LocatedScalar } from '../../../documents/located-node.ts';
import { entryOf, textOf } from '../../../documents/located-node.ts';
import { variableIn } from '../../../documents/scalar-reading.ts';
import type { Operation } from './ops-list.ts';

/** A manifest, what ops files change in it, or both. */
export interface BoshSource {
  readonly manifest: LocatedNode | null;
  readonly operations: readonly Operation[];
  /** Parts on the way to what was looked up. */
  readonly entered: Set<LocatedNode>;
}

export type Lookup =
  | { readonly kind: 'value'; readonly place: Place }
  | { readonly kind: 'absent' }
  /** Somewhere above it stands a variable. */
  | { readonly kind: 'hidden'; readonly place: Place & { readonly node: LocatedScalar } };

const absent: Lookup = { kind: 'absent' };

/** What stands at a path once the operations have run, the last word counting. */
export function lookUp({ entered, manifest, operations }: BoshSource, steps: readonly string[]): Lookup {
  let hit = manifest === null ? absent : descend(manifest, steps, 0, entered);
  for (const { kind, steps: own, value } of operations) {
    if (kind === 'test' || own.some((step, at) => step !== steps[at])) continue;
    hit = kind === 'remove' || value === null ? absent : descend(value, steps, own.length, entered);
  }
  return hit;
}

/** Goes down the rest of a path. */
function descend(
  from: LocatedNode,
  steps: readonly string[],
  start: number,
  entered: Set<LocatedNode>,
): Lookup {
  let node = from;
  for (let at = start; at < steps.length; at += 1) {
    if (node.kind === 'scalar') {
      const place = placeOf(node, steps.slice(0, at));
      const isHidden = node.style === 'tagged' || variableIn(node.text) !== undefined;
      return isHidden ? { kind: 'hidden', place: { ...place, node } } : absent;
    }
    entered.add(node);
    const next = childOf(node, steps[at] ?? '');
    if (!next) return absent;
    // The name that led here needs no line of its own among what is unused.
    const name = node.kind === 'list' ? entryOf(next, 'name') : undefined;
    if (name) entered.add(name);
    node = next;
  }
  return { kind: 'value', place: placeOf(node, steps) };
}

function childOf(node: LocatedNode, step: string): LocatedNode | undefined {
  if (node.kind === 'map') return entryOf(node, step);
  // A step without a name must not find the members that have none.
  const name = /^name=(.*)$/s.exec(step)?.[1];
  if (node.kind !== 'list' || name === undefined) return undefined;
  return node.items.find((item) => textOf(item, 'name') === name);
}

export function placeOf<N extends LocatedNode>(
  node: N,
  steps: readonly string[],
): Place & { readonly node: N } {
  return { node, path: `/${steps.join('/')}`, name: steps.at(-1) ?? 'the file' };
}
