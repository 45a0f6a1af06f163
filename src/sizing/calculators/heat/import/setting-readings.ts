import type { ImportReport, Place } from '../../../documents/import-report.ts';
import type { LocatedMap, LocatedNode } from '../../../documents/located-node.ts';
import { entryOf, textOf } from '../../../documents/located-node.ts';
import type { HeatRelease } from '../params.ts';
import { type HeatConfOption, heatOptions } from '../targets/heat-options.ts';
import { choiceOf, heatOfOpenStack, heatSpans, isAnywhere } from '../targets/heat-releases.ts';
import { commonVariables, type HeatTool, toolVariables } from '../targets/tool-variables.ts';

/** A place in the file that speaks for a field; the last one in the list has the last word. */
interface Speaker {
  readonly place: Place;
  readonly option: HeatConfOption;
  /** What keeps it from having an effect where it stands. */
  readonly idle: string | null;
}

/** Fields that the guide's variables stand for (HT-5, HT-7). */
const guideFields = {
  heat_engine_workers: 'engineWorkers',
  heat_api_workers: 'apiWorkers',
  heat_convergence_engine: 'convergence',
  heat_db_max_pool_size: 'poolSize',
  heat_db_max_overflow: 'overflow',
  heat_rpc_response_timeout: 'rpcTimeoutSeconds',
  heat_max_stacks_per_tenant: 'maxStacksPerProject',
  heat_max_resources_per_stack: 'maxResourcesPerStack',
} as const;

/** Reads the variables of a settings file, each as what it means, and says which its tool does not know. */
export function readSettings(
  root: LocatedMap,
  tool: HeatTool | null,
  release: HeatRelease,
  report: ImportReport,
): void {
  const speakers = [
    ...(tool === 'kolla' || tool === 'osa' ? commonVariables[tool] : []).flatMap(({ variable, field }) =>
      speakersAt(root, variable, field, null),
    ),
    ...Object.entries(guideFields).flatMap(([variable, field]) =>
      speakersAt(root, variable, field, idleIn(tool, variable)),
    ),
    ...(tool === 'osa' ? speakersAt(root, 'heat_wsgi_processes', 'apiWorkers', null) : []),
    ...overridesIn(root, release),
  ];
  readAll(speakers, report);
}

/** Reads the sections of a heat.conf. */
export function readConf(root: LocatedNode, release: HeatRelease, report: ImportReport): void {
  readAll(confSpeakers(root, '', release), report);
}

const toolNames = { guide: 'the guide', kolla: 'kolla-ansible', osa: 'openstack-ansible' } as const;

function idleIn(tool: HeatTool | null, variable: string): string | null {
  if (tool === null || tool === 'guide') return null;
  const isKnown = toolVariables[tool].some((known) => known.variable === variable);
  return isKnown ? null : `${toolNames[tool]} has no variable ${variable}, so it does nothing there`;
}

function speakersAt(
  root: LocatedMap,
  variable: string,
  field: string,
  idle: string | null,
): readonly Speaker[] {
  const node = entryOf(root, variable);
  const option = heatOptions.find((entry) => entry.field === field);
  if (!node || !option) return [];
  return [{ place: { node, path: `/${variable}`, name: variable }, option, idle }];
}

/** openstack-ansible writes this map into heat.conf last. */
function overridesIn(root: LocatedMap, release: HeatRelease): readonly Speaker[] {
  const overrides = entryOf(root, 'heat_heat_conf_overrides');
  return overrides ? confSpeakers(overrides, '/heat_heat_conf_overrides', release) : [];
}

function confSpeakers(root: LocatedNode, prefix: string, release: HeatRelease): readonly Speaker[] {
  return heatOptions.flatMap((option): readonly Speaker[] => {
    const node = entryOf(entryOf(root, option.section), option.option);
    if (!node) return [];
    const path = `${prefix}/${option.section}/${option.option}`;
    const name = `[${option.section}] ${option.option}`;
    const isKnown = isAnywhere(option, heatSpans[release]);
    const idle = isKnown
      ? null
      : `Heat ${heatSpans[release].first} and later has no ${name}, so it does nothing there`;
    return [{ place: { node, path, name }, option, idle }];
  });
}

function readAll(speakers: readonly Speaker[], report: ImportReport): void {
  // What does nothing is read as what it means only where nothing else speaks for the field.
  const ordered = speakers.toSorted((a, b) => Number(a.idle === null) - Number(b.idle === null));
  for (const speaker of ordered) {
    const overruled = ordered.findLast((other) => other.option.field === speaker.option.field) !== speaker;
    if (overruled) continue;
    readOne(speaker, report);
  }
}

function readOne({ idle, option, place }: Speaker, report: ImportReport): void {
  const { field, kind, special } = option;
  if (idle !== null) report.warn(place.node.offset, `${idle}; it is read as what it means.`);
  const value = kind === 'switch' ? report.switchAt(place, field) : report.numberAt(place, field);
  if (value === undefined) return;
  if (special?.value !== value) {
    report.set(place, field, value);
    return;
  }
  const line = report.lineOf(place.node.offset).line;
  report.need(
    place,
    field,
    `Line ${line}: ${place.name} is ${value}, which is ${special.meaning}. Enter a number.`,
  );
}

/** The release that kolla-ansible's globals name, which decides what exists. */
export function readRelease(root: LocatedMap, planned: HeatRelease, report: ImportReport): HeatRelease {
  const name = textOf(root, 'openstack_release')?.toLowerCase();
  const node = entryOf(root, 'openstack_release');
  if (name === undefined || !node) return planned;
  const heat = Object.hasOwn(heatOfOpenStack, name) ? heatOfOpenStack[name] : undefined;
  const release = heat === undefined ? undefined : choiceOf(heat);
  if (release === undefined) return planned;
  const place = { node, path: '/openstack_release', name: 'openstack_release' };
  report.used.add(node);
  report.set(place, 'release', release, `Heat ${heat}.`);
  return release;
}
