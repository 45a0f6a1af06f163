import { numberText } from '../../../../core/number-text.ts';
import type { StackedBars } from '../../../../core/study-figures.ts';
import type { Reckoning } from '../../reckoning.ts';
import type { HeatComparison, HeatOption } from '../../size.ts';

const n = numberText;

/** Who may open what, by the guide: every engine and API process its pool and its overflow. */
export function guideStack({ options, selected }: HeatComparison): StackedBars {
  return stackOf(
    options,
    selected,
    'connections-guide',
    'Who uses the connections, by the guide?',
    (option) => option.sizing.guide,
    `Option ${selected.letter}: ${n(selected.sizing.guide.ceiling.total)} for Heat, ${n(selected.inputs.otherConnections)} for others.`,
  );
}

/** The same by the source code: engine processes only, their overflow raised. */
export function upstreamStack({ options, selected }: HeatComparison): StackedBars {
  return stackOf(
    options,
    selected,
    'connections-upstream',
    'Who uses the connections, by the source code?',
    (option) => option.sizing.upstream,
    `Option ${selected.letter}: ${n(selected.sizing.upstream.ceiling.total)} for Heat. API processes open none; overflow is raised to the executor’s threads.`,
  );
}

function stackOf(
  options: readonly HeatOption[],
  { inputs }: HeatOption,
  id: string,
  title: string,
  pick: (option: HeatOption) => Reckoning,
  subtitle: string,
): StackedBars {
  return {
    kind: 'stacked-bars',
    id,
    title,
    subtitle,
    valueLabel: 'Connections at most',
    rows: options.map((option) => {
      const { ceiling } = pick(option);
      return {
        letter: option.letter,
        name: option.name,
        parts: [
          { id: 'engine-pool', value: ceiling.enginePool },
          { id: 'engine-overflow', value: ceiling.engineOverflow },
          { id: 'api-pool', value: ceiling.apiPool },
          { id: 'api-overflow', value: ceiling.apiOverflow },
          { id: 'other', value: option.inputs.otherConnections },
        ],
      };
    }),
    parts: [
      { id: 'engine-pool', label: 'Engine pool' },
      { id: 'engine-overflow', label: 'Engine overflow' },
      { id: 'api-pool', label: 'API pool' },
      { id: 'api-overflow', label: 'API overflow' },
      { id: 'other', label: 'Other services' },
    ],
    ...(inputs.maxConnections !== null && {
      limit: { label: 'max_connections', value: inputs.maxConnections },
    }),
  };
}
