import type { ImportRequest, ImportResult, TextImporter } from '../../../core/import.ts';
import type { Chosen } from '../../../core/param.ts';
import { createReport, type ImportReport, linkIn, resultOf } from '../../../documents/import-report.ts';
import type { LocatedNode } from '../../../documents/located-node.ts';
import { type ReadText, readDocuments } from '../../../documents/read-documents.ts';
import { unusedParts } from '../../../documents/unused-parts.ts';
import { params } from '../params.ts';
import { apiGroupOf } from './api-group.ts';
import { type BoshFile, boshFileOf, withoutTerminalLines } from './bosh-file.ts';
import { engineOf } from './engine-in-file.ts';
import { apply, readPuma, readSurroundings, readThin, readVms, setNumber } from './fleet-readings.ts';
import { createPropertyReader, placeInGroup } from './property-reader.ts';
import { releaseOf } from './release-in-file.ts';

/** Reads BOSH manifests, ops files and what `bosh manifest` prints into a plan. */
export const importer: TextImporter = {
  accepts: 'A BOSH manifest, what bosh manifest prints, or ops files.',
  destinations: [
    { id: 'option', label: 'The selected option' },
    { id: 'today', label: 'Today’s Thin fleet' },
  ],
  read,
};

function read(text: string, request: ImportRequest): ImportResult {
  const cleaned = withoutTerminalLines(text);
  const readText = readDocuments(cleaned);
  const report = createReport(params, request, readText.lineOf, { areQuotedSwitchesText: true });
  report.noteAll(readText.notes);
  const file = readText.notes.some((note) => note.severity === 'error')
    ? undefined
    : boshFileOf(readText.documents, cleaned !== text, report);
  const destination = file ? readFleet(file, request, report) : (request.destination ?? 'option');
  report.noteRepeats(readText.documents.flatMap((document) => document.repeats));
  return resultOf(report, {
    kind: file?.kind ?? null,
    destination,
    unused: file ? unusedIn(file, report, readText) : { listed: [], leftOut: 0 },
    link: linkIn(text, request.plan.calculator),
  });
}

/** Reads the fleet and says where it goes: Thin is what runs today unless the user wants it as an option. */
function readFleet(file: BoshFile, request: ImportRequest, report: ImportReport): string {
  const { plan, selected } = request;
  const own = plan.options.find((option) => option.letter === selected)?.inputs;
  // A plan's values have passed the schema of their parameter at the door they came in by.
  const chosen = { ...plan.shared, ...own } as Chosen<typeof params>;
  const group = apiGroupOf(file.source, chosen.instanceGroup, report);
  if (group === undefined) return request.destination ?? 'option';
  const release = releaseOf(file.source, chosen, report);
  const reader = createPropertyReader(file.source, group, release, report);
  const found = engineOf(reader, report);
  const engine = found?.engine ?? chosen.engine;
  const destination = request.destination ?? (found?.engine === 'thin' ? 'today' : 'option');
  readSurroundings(file.source, group, report);
  if (destination === 'today') {
    if (engine === 'puma' && found)
      report.fail(
        found.place.node.offset,
        'this fleet runs Puma; today’s fleet is one on Thin. Import it as an option.',
      );
    setNumber(placeInGroup(file.source, group, 'instances'), 'thinVms', report);
    apply(
      reader.numberOf('cc.experimental.thin_server.thread_pool_size', 'thinThreads'),
      'thinThreads',
      report,
    );
    return destination;
  }
  if (found) report.set(found.place, 'engine', found.engine, found.note);
  readVms(file.source, group, report);
  if (engine === 'puma') readPuma(reader, chosen.memoryPerThinVmGib, report);
  else readThin(reader, report);
  return destination;
}

function unusedIn({ source }: BoshFile, { used }: ImportReport, { lineOf }: ReadText) {
  const roots = [
    ...(source.manifest ? [{ node: source.manifest, path: '' }] : []),
    ...source.operations.map(({ pathNode, steps, value }): { node: LocatedNode; path: string } => ({
      node: value ?? pathNode,
      path: `/${steps.join('/')}`,
    })),
  ];
  return unusedParts(roots, used, source.entered, lineOf);
}
