import type { IniSection, Setting, SettingMap, YamlValue } from '../../../core/export-document.ts';
import type { HeatInputs } from '../params.ts';
import { type HeatConfOption, heatOptions } from './heat-options.ts';
import { heatSpans, isAnywhere, isThroughout } from './heat-releases.ts';
import { toolVariables } from './tool-variables.ts';

export type HeatTarget = Exclude<HeatInputs['exportTarget'], 'guide'>;

/** The settings of an option, by where a tool takes each. */
export interface TargetSettings {
  readonly variables: readonly Setting[];
  /** For heat.conf or the tool's override of it. */
  readonly sections: readonly IniSection[];
  /** What neither has, as comments. */
  readonly leftOut: readonly string[];
}

interface Placed {
  readonly option: HeatConfOption;
  readonly value: YamlValue;
}

/** A variable of the tool where the release has one, else an option of heat.conf where it has that. */
export function settingsFor(inputs: HeatInputs, target: HeatTarget): TargetSettings {
  const span = heatSpans[inputs.release];
  const variables: Setting[] = [];
  const options: Placed[] = [];
  const leftOut: string[] = [];
  for (const option of heatOptions) {
    const value = inputs[option.field];
    if (value === null) continue;
    const known = target === 'conf' ? [] : toolVariables[target];
    const variable = known.find((v) => v.field === option.field && isAnywhere(v, span));
    if (variable) {
      const since = isThroughout(variable, span) ? undefined : variable.since;
      variables.push({
        key: variable.variable,
        value,
        ...(since === undefined ? {} : { comment: `From ${since} on.` }),
      });
    } else if (isThroughout(option, span)) options.push({ option, value });
    else leftOut.push(missing(option, value));
  }
  return { variables, sections: sectionsOf(options, target), leftOut };
}

function sectionsOf(options: readonly Placed[], target: HeatTarget): readonly IniSection[] {
  return (['DEFAULT', 'database', 'heat_api'] as const).flatMap((name) => {
    const entries = options
      .filter(({ option }) => option.section === name)
      .map(({ option, value }) => ({
        key: option.option,
        value,
        ...(name === 'heat_api' && target === 'kolla' ? { comment: underApache } : {}),
      }));
    return entries.length === 0 ? [] : [{ name, entries }];
  });
}

const underApache =
  'Counts where heat-api runs by itself; under Apache openstack_service_workers does, for all services.';

function missing({ option, section }: HeatConfOption, value: YamlValue): string {
  return `NOT IN THIS FILE: ${value} API processes on each controller are set in uWSGI or Apache; this release has no ${option} in [${section}].`;
}

/** Sections as the map that openstack-ansible merges into heat.conf. */
export function overridesOf(sections: readonly IniSection[]): SettingMap {
  return Object.fromEntries(
    sections.map(({ entries, name }) => [
      name,
      Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    ]),
  );
}
