import type { Rich } from '../../../../core/explanation.ts';
import type { Finding } from '../../../../core/finding.ts';
import { capitalised, counted, numberText } from '../../../../core/number-text.ts';
import { capiRanges } from '../../capi.ts';
import type { LoadCase } from './load-case.ts';
import { responseText, shareText } from './load-text.ts';
import { slowMsOf, traceOf } from './run-config.ts';
import { failedOf, failureText, gapOf, isNotable, runLabel } from './run-tables.ts';
import type { SimulatedOption } from './simulated-option.ts';

/** Where curve and simulation are apart, and what got no answer. */
export function runFindings(load: LoadCase, finished: readonly SimulatedOption[]): readonly Finding[] {
  const apart = finished.flatMap((simulated) => {
    const gap = gapOf(load, simulated);
    return isNotable(gap) ? [{ simulated, gap }] : [];
  });
  const failing = finished.filter((simulated) => failedOf(simulated) > 0);
  return [
    ...(apart.length > 0
      ? [
          {
            id: 'L10',
            severity: 'note' as const,
            title: 'Curve and simulation are more than 10 % apart',
            text: `${apart.map(({ gap, simulated }) => `${simulated.one.option.name}: simulated ${shareText(Math.abs(gap))} ${gap > 0 ? 'longer' : 'shorter'}`).join('; ')}. ${whyApart(load)}`,
            rules: ['R-11'],
          },
        ]
      : []),
    ...(failing.length > 0
      ? [
          {
            id: 'L11',
            severity: 'caution' as const,
            title: 'Some simulated requests got no answer',
            text: `${failing.map((simulated) => `${simulated.one.option.name}: ${numberText(failedOf(simulated))}`).join('; ')}. A VM refuses connections beyond 1,024 that wait; a crash loses what is inside.`,
            rules: ['R-11'],
          },
        ]
      : []),
  ];
}

function whyApart(load: LoadCase): string {
  const { acceptPolicy, capi } = load.inputs;
  if (traceOf(load)) return 'Your log’s arrivals are not those of chance, which the curves assume.';
  if (acceptPolicy === 'slot') {
    return `The curves let any free thread take a request, as measured with two workers, on the safe side; simulated workers race for it${capiRanges[capi].queue === 'shared' ? '' : ' and queue it for themselves'}, and idle ones win. Nobody has measured more than two.`;
  }
  return 'The curves are an approximation: trust the simulation, unless its interval is wide.';
}

/** What the run says of the selected option and the baseline, for the verdict. */
export function runSentence(load: LoadCase, finished: readonly SimulatedOption[]): Rich {
  const wanted = [load.baseline.option.letter, load.selected.option.letter];
  const said = finished
    .filter(({ one }) => wanted.includes(one.option.letter))
    .flatMap(({ one, result }) => {
      const { response } = result;
      if (!response) return [];
      if (load.inputs.failureKind === 'none')
        return [`${one.option.name} ${responseText(response.meanMs / 1000)} on average`];
      const slow = responseText(slowMsOf(load) / 1000);
      return [
        `${counted(response.slowCount, 'request')} of ${one.option.name} took longer than ${slow}, the longest ${responseText(response.maxMs / 1000)}`,
      ];
    });
  if (said.length === 0) return [];
  return [` ${capitalised(runLabel(load))}${failureText(load)}: ${said.join('; ')}.`];
}
