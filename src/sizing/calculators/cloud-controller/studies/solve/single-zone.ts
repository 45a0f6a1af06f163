import { numberText } from '../../../../core/number-text.ts';
import type { StudyView } from '../../../../core/study.ts';
import type { SizedFleet } from '../../size.ts';

/** The loss of an AZ is to be survived and there is one: nothing can be solved for. */
export function singleZone({ sizing }: SizedFleet): Omit<StudyView, 'hints'> {
  return {
    verdict: {
      state: 'short',
      stateText: 'Nothing fits',
      headline: 'With a single AZ, losing it leaves nothing.',
      paragraph: ['No fleet of any size survives it. Spread the VMs over at least two AZs.'],
      keyFigures: [{ label: 'Load to carry', cell: { text: numberText(sizing.load), value: sizing.load } }],
      spoken: 'Nothing fits: with a single AZ, losing it leaves nothing.',
    },
    figures: [],
    findings: [
      {
        id: 'single-zone',
        severity: 'blocker',
        title: 'Spread the VMs over at least two AZs',
        text: 'The plan must survive the loss of an AZ and has one.',
        rules: ['R-4', 'CF-11'],
        fix: { label: 'Use 2 AZs', edit: { kind: 'set', inputs: { zones: 2 } } },
      },
    ],
    exports: [],
  };
}
