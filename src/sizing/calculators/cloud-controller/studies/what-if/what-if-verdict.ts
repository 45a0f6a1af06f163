import { marginOf } from '../../../../core/figure.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Verdict } from '../../../../core/size-view.ts';
import { listed } from '../../fleet-name.ts';
import { marginText } from '../../gauge.ts';
import type { FleetComparison } from '../../size.ts';
import { carriedAfter, failuresOf, loadUnder, lossOf } from './failures.ts';
import { largestLossOf, largestLossText } from './largest-loss.ts';

/** How much of what is asked the selected option carries, and the largest loss it takes. */
export function whatIfVerdict({ options, selected }: FleetComparison): Verdict {
  const { inputs, letter } = selected;
  const failures = failuresOf(inputs).map((failure) => {
    const carried = carriedAfter(selected, lossOf(selected, failure.id));
    return { ...failure, carried, load: loadUnder(selected, failure.id) };
  });
  const carriedIn = failures.filter((f) => f.carried >= f.load);
  const loss = largestLossOf(selected);
  const others = options.filter((o) => o.letter !== letter);
  const count = `${numberText(carriedIn.length)} of ${counted(failures.length, 'condition')}`;
  const shown = failures.filter(
    ({ id }) => id === 'workers' || id === 'vms' || id === 'az' || id === 'az-deploy',
  );
  const short = failures.filter((f) => f.carried < f.load).map((f) => f.short);
  return {
    state: !loss ? 'short' : carriedIn.length === failures.length ? 'meets' : 'changes',
    stateText: `Option ${letter} carries the load in ${count}`,
    headline: largestLossText(selected).replace(/^\S+/, `Option ${letter}`),
    paragraph: [
      short.length > 0 ? `Short of the load: ${listed(short)}. ` : '',
      others.map(largestLossText).join(' '),
    ],
    keyFigures: shown.map(({ carried, load, short: label }) => ({
      label,
      cell: {
        text: numberText(carried),
        value: carried,
        note: marginText(carried, load),
        tone: marginOf('load', carried, load).tone,
      },
    })),
    spoken: `Option ${letter} carries the load in ${count}.`,
  };
}
