import type { MapNode } from './template-node.ts';
import { entryOf } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { TemplateVersion } from './template-version.ts';
import { templateVersions } from './template-version.ts';

/** Throws a TemplateFault where no version, two versions or an unknown one is named. */
export function readVersion(root: MapNode): TemplateVersion {
  const named = [...templateVersions].flatMap(([section, versions]) => {
    const entry = entryOf(root, section);
    return entry?.value.kind === 'scalar' && typeof entry.value.value === 'string'
      ? [{ section, versions, offset: entry.value.offset, text: entry.value.value }]
      : [];
  });
  const [one, other] = named;
  if (one === undefined) {
    throw new TemplateFault(
      'version',
      root.offset,
      'The template names no version; the first line is usually heat_template_version: 2021-04-16.',
    );
  }
  if (other !== undefined) {
    throw new TemplateFault(
      'version',
      other.offset,
      `The template names ${one.section} and ${other.section}; one of them is accepted.`,
    );
  }
  const version = one.versions.get(one.text);
  if (version === undefined) {
    const accepted = [...one.versions.keys()].join(', ');
    throw new TemplateFault(
      'version',
      one.offset,
      `${one.section} "${one.text}" is not known; accepted are ${accepted}.`,
    );
  }
  return version;
}
