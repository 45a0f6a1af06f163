import type { ImportRequest, ImportResult, TextImporter } from '../../../core/import.ts';
import { createReport, type ImportReport, linkIn, resultOf } from '../../../documents/import-report.ts';
import type { LocatedNode } from '../../../documents/located-node.ts';
import { entryOf } from '../../../documents/located-node.ts';
import { readDocuments } from '../../../documents/read-documents.ts';
import { readIni } from '../../../documents/read-ini.ts';
import { unusedParts } from '../../../documents/unused-parts.ts';
import type { HeatRelease } from '../params.ts';
import { params } from '../params.ts';
import { heatOptions } from '../targets/heat-options.ts';
import { confFileOf, type HeatFile, looksLikeConf, settingsFileOf } from './heat-file.ts';
import { readConf, readRelease, readSettings } from './setting-readings.ts';

/** Reads the settings of Heat as the guide, kolla-ansible, openstack-ansible or heat.conf hold them. */
export const importer: TextImporter = {
  accepts: 'Settings of xavs-ansible, kolla-ansible or openstack-ansible, or a heat.conf.',
  destinations: [{ id: 'option', label: 'The selected option' }],
  read,
};

function read(text: string, request: ImportRequest): ImportResult {
  const isConf = looksLikeConf(text);
  const readText = isConf ? readIni(text) : readDocuments(text);
  // Ansible writes “yes” in quotes into a file as it does yes.
  const report = createReport(params, request, readText.lineOf, { areQuotedSwitchesText: false });
  report.noteAll(readText.notes);
  const hasFailed = readText.notes.some((note) => note.severity === 'error');
  const file = hasFailed ? undefined : fileOf(isConf, readText.documents, text, report);
  if (file) readFile(file, request, report);
  report.noteRepeats(readText.documents.flatMap((document) => document.repeats));
  return resultOf(report, {
    kind: file?.kind ?? null,
    destination: 'option',
    unused: file
      ? unusedParts([{ node: file.root, path: '' }], report.used, enteredIn(file), readText.lineOf)
      : { listed: [], leftOut: 0 },
    link: linkIn(text, request.plan.calculator),
  });
}

function fileOf(
  isConf: boolean,
  documents: Parameters<typeof confFileOf>[0],
  text: string,
  report: ImportReport,
): HeatFile | undefined {
  return isConf ? confFileOf(documents) : settingsFileOf(documents, text, report);
}

function readFile({ format, root, tool }: HeatFile, { plan }: ImportRequest, report: ImportReport): void {
  // A plan's values have passed the schema of their parameter at the door they came in by.
  const planned = plan.shared.release as HeatRelease;
  if (format === 'conf') readConf(root, planned, report);
  else readSettings(root, tool, readRelease(root, planned, report), report);
}

/** The parts that hold settings, so that the others are listed one by one. */
function enteredIn({ root }: HeatFile): ReadonlySet<LocatedNode> {
  const overrides = entryOf(root, 'heat_heat_conf_overrides');
  const sections = heatOptions.flatMap(({ section }) => [
    entryOf(root, section),
    entryOf(overrides, section),
  ]);
  return new Set([root, overrides, ...sections].filter((node) => node !== undefined));
}
