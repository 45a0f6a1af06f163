import type { Cell } from '../../../../core/explanation.ts';
import type { Fix } from '../../../../core/finding.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { setFix } from '../../advice.ts';
import { type HeatInputs, params } from '../../params.ts';
import { performanceSettings, settingText } from '../../settings.ts';
import type { HeatOption } from '../../size.ts';
import { type Condition, outcomeOf } from './conditions.ts';

const n = numberText;

/** One of Heat's limits, what the conditions ask of it, and what it is set to. */
export interface Limit {
  readonly id: string;
  readonly label: string;
  readonly needed: number;
  readonly set: number;
  readonly unit: string;
  readonly field:
    | 'maxResourcesPerStack'
    | 'maxStacksPerProject'
    | 'stackTimeoutSeconds'
    | 'rpcTimeoutSeconds';
  readonly guide: string;
  readonly upstream: string;
}

/** Upstream's default, under which calls between engines were seen to fail. */
const leastRpcTimeoutSeconds = 60;

/** The limits that the conditions may hit, each at its worst. */
export function limitsOf({ inputs }: HeatOption, conditions: readonly Condition[]): readonly Limit[] {
  const all = conditions.map((condition) => condition.inputsOf(inputs) ?? inputs);
  const times = conditions.map((condition) => outcomeOf(inputs, condition).time?.highSeconds ?? 0);
  const published = (key: string) => {
    const setting = performanceSettings.find((s) => s.key === key);
    return {
      guide: setting ? settingText(setting.guideDefault) : 'none',
      upstream: setting ? setting.upstreamDefault(inputs.release) : 'none',
    };
  };
  return [
    {
      id: 'resources',
      label: 'Resources per stack',
      needed: Math.max(...all.map(({ resources }) => resources)),
      set: inputs.maxResourcesPerStack,
      unit: '',
      field: 'maxResourcesPerStack',
      ...published('heat_max_resources_per_stack'),
    },
    {
      id: 'stacks',
      label: 'Stacks per project',
      needed: Math.max(...all.map(({ stacksAtOnce }) => stacksAtOnce)),
      set: inputs.maxStacksPerProject,
      unit: '',
      field: 'maxStacksPerProject',
      ...published('heat_max_stacks_per_tenant'),
    },
    {
      id: 'rpc',
      label: 'RPC timeout',
      needed: leastRpcTimeoutSeconds,
      set: inputs.rpcTimeoutSeconds,
      unit: ' s',
      field: 'rpcTimeoutSeconds',
      ...published('heat_rpc_response_timeout'),
    },
    {
      id: 'action',
      label: 'Stack action timeout',
      needed: Math.ceil(Math.max(...times)),
      set: inputs.stackTimeoutSeconds,
      unit: ' s',
      field: 'stackTimeoutSeconds',
      guide: 'not named',
      upstream: n(params.stackTimeoutSeconds.default),
    },
  ];
}

/** Sets a limit to what is needed, where its field takes that. */
export function limitFix({ field, needed, set, unit }: Limit): Fix | undefined {
  if (needed <= set || needed > params[field].range[1]) return undefined;
  const inputs: Partial<Pick<HeatInputs, Limit['field']>> = { [field]: needed };
  return setFix(`Allow ${n(needed)}${unit}`, inputs);
}

export function limitsTable(limits: readonly Limit[]): DataTable {
  return {
    kind: 'table',
    id: 'what-if-limits',
    title: 'Which limits are hit?',
    subtitle:
      'What the worst of the conditions needs, against what is set and what the two sources have as default.',
    columns: [
      { id: 'limit', label: 'Limit', isNumber: false },
      { id: 'needed', label: 'Needed', isNumber: true },
      { id: 'set', label: 'Set', isNumber: true },
      { id: 'guide', label: 'Guide’s default', isNumber: false },
      { id: 'upstream', label: 'Upstream’s default', isNumber: false },
    ],
    rows: limits.map((limit) => {
      const fix = limitFix(limit);
      return {
        id: limit.id,
        cells: [
          { text: limit.label, value: null },
          neededCell(limit),
          { text: `${n(limit.set)}${limit.unit}`, value: limit.set },
          { text: limit.guide, value: null },
          { text: limit.upstream, value: null },
        ],
        ...(fix && { fix }),
      };
    }),
    isSortable: false,
    empty: 'No limit.',
  };
}

function neededCell({ id, needed, set, unit }: Limit): Cell {
  const note = id === 'rpc' ? 'at least, with nested stacks' : needed > set ? 'over what is set' : undefined;
  return {
    text: `${n(needed)}${unit}`,
    value: needed,
    tone: needed > set ? 'bad' : 'good',
    ...(note !== undefined && { note }),
  };
}
