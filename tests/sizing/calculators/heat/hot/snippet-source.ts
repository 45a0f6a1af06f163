import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { TemplateNode } from '../../../../../src/sizing/calculators/heat/hot/template-node.ts';
import type { TemplateVersion } from '../../../../../src/sizing/calculators/heat/hot/template-version.ts';
import { templateVersions } from '../../../../../src/sizing/calculators/heat/hot/template-version.ts';

export interface SnippetSource {
  readonly version: TemplateVersion;
  readonly root: TemplateNode;
}

/** A piece of a template, and the version by whose functions it is read: that of HOT, or `aws`. */
export function snippetSource(name: string, yaml: string): SnippetSource {
  const version =
    name === 'aws'
      ? templateVersions.get('AWSTemplateFormatVersion')?.get('2010-09-09')
      : templateVersions.get('heat_template_version')?.get(name);
  const { root } = readYaml(yaml);
  if (version === undefined || root === null) {
    throw new Error('There is no such version, or nothing to read.');
  }
  return { version, root };
}
