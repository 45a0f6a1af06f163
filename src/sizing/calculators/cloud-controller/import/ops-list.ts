import type { ImportReport } from '../../../documents/import-report.ts';
import { limits } from '../../../documents/limits.ts';
import type { LocatedList, LocatedNode, LocatedScalar } from '../../../documents/located-node.ts';
import { entryOf } from '../../../documents/located-node.ts';

/** One operation of an ops file. Source: go-patch, docs/examples.md. */
export interface Operation {
  readonly kind: 'replace' | 'remove' | 'test';
  /** The path in steps: keys, `name=api` for the member of a list with that name, `-` for one more. */
  readonly steps: readonly string[];
  readonly pathNode: LocatedScalar;
  /** Null for what has none. */
  readonly value: LocatedNode | null;
}

/** Whether a document is a list of operations rather than anything else. */
export function isOpsList(root: LocatedNode): root is LocatedList {
  return (
    root.kind === 'list' &&
    root.items.every((item) => entryOf(item, 'path') !== undefined || entryOf(item, 'type') !== undefined)
  );
}

/** The operations in their order; complains of each that BOSH would refuse. */
export function operationsOf(list: LocatedList, report: ImportReport): readonly Operation[] {
  const extra = list.items[limits.operations];
  if (extra)
    report.fail(extra.offset, `an ops file of more than ${limits.operations} operations is not read.`);
  return list.items.slice(0, limits.operations).flatMap((item) => operationOf(item, report) ?? []);
}

function operationOf(item: LocatedNode, report: ImportReport): Operation | undefined {
  const path = entryOf(item, 'path');
  const type = entryOf(item, 'type');
  const value = entryOf(item, 'value') ?? null;
  if (path?.kind !== 'scalar' || !path.text.startsWith('/')) {
    report.fail((path ?? item).offset, 'an operation needs a path that starts with /.');
    return undefined;
  }
  const kind = type?.kind === 'scalar' ? type.text : '';
  if (kind !== 'replace' && kind !== 'remove' && kind !== 'test') {
    report.fail((type ?? item).offset, 'an operation needs a type: replace, remove or test.');
    return undefined;
  }
  if (kind === 'replace' && value === null) {
    report.fail(path.offset, 'this operation replaces, but has no value.');
    return undefined;
  }
  return { kind, steps: stepsOf(path.text), pathNode: path, value };
}

/** A `?` says that a key may be absent, which does not matter to what is read. */
function stepsOf(path: string): readonly string[] {
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replace(/\?$/, '').replaceAll('~1', '/').replaceAll('~7', ':').replaceAll('~0', '~'));
}
