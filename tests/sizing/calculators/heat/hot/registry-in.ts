import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import { readRegistry } from '../../../../../src/sizing/calculators/heat/hot/resource-registry.ts';

/** What the text of a `resource_registry` comes to, with its faults. */
export function registryIn(yaml: string): ReturnType<typeof readRegistry> {
  return readRegistry(readYaml(yaml).root ?? undefined);
}
