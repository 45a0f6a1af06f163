import type { ImportReport } from '../../../documents/import-report.ts';
import type { LocatedDocument, LocatedNode } from '../../../documents/located-node.ts';
import { entryOf } from '../../../documents/located-node.ts';
import { shortened } from '../../../documents/scalar-reading.ts';
import type { BoshSource } from './bosh-source.ts';
import { isOpsList, type Operation, operationsOf } from './ops-list.ts';

/** A text that was recognised. */
export interface BoshFile {
  readonly kind: string;
  readonly source: BoshSource;
}

/** What the bosh command prints around a manifest. */
const terminalLine = /^(?:Using (?:environment|deployment) '.*|Task \d+.*|Succeeded|Exit code \d+)\r?$/gm;

/** Blanks what `bosh manifest` prints around the manifest; places stay. */
export function withoutTerminalLines(text: string): string {
  return /^Using (?:environment|deployment) '/m.test(text)
    ? text.replaceAll(terminalLine, (line) => ' '.repeat(line.length))
    : text;
}

/** Tells manifests from ops files; undefined for anything else, which is said in the report. */
export function boshFileOf(
  documents: readonly LocatedDocument[],
  isPrinted: boolean,
  report: ImportReport,
): BoshFile | undefined {
  let manifest: LocatedNode | null = null;
  const operations: Operation[] = [];
  let opsFiles = 0;
  for (const { root } of documents) {
    if (root === null) continue;
    if (isOpsList(root)) {
      opsFiles += 1;
      operations.push(...operationsOf(root, report));
    } else if (entryOf(root, 'instance_groups') === undefined) {
      report.fail(root.offset, unknownText(root));
      return undefined;
    } else if (manifest !== null) {
      report.fail(root.offset, 'a second manifest starts here; one at a time can be read.');
      return undefined;
    } else manifest = root;
  }
  if (manifest === null && opsFiles === 0) {
    report.fail(0, 'there is nothing in the file.');
    return undefined;
  }
  const main = isPrinted ? 'Output of bosh manifest' : 'BOSH manifest';
  const kind = manifest === null ? 'BOSH ops file' : opsFiles > 0 ? `${main} with ops file` : main;
  return { kind, source: { manifest, operations, entered: new Set() } };
}

function unknownText(root: LocatedNode): string {
  if (root.kind !== 'map') return 'this is neither a BOSH manifest nor an ops file.';
  if (entryOf(root, 'format') && entryOf(root, 'calculator'))
    return 'this is a plan that was saved here. Open it as a plan.';
  if (entryOf(root, 'Blocks') && entryOf(root, 'Tables'))
    return 'this is the JSON output of bosh. Leave out --json.';
  if (entryOf(root, 'vm_types') || entryOf(root, 'compilation'))
    return 'this is a cloud config. The settings stand in the manifest and in ops files.';
  const keys = [...root.entries.keys()];
  const shown = keys.slice(0, 5).map(shortened).join(', ') + (keys.length > 5 ? ' …' : '');
  return `this is neither a BOSH manifest nor an ops file. Its keys: ${shown}.`;
}
