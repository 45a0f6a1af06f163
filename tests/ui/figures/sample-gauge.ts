import type { Cell } from '../../../src/sizing/core/explanation.ts';
import type { ComparisonTable, Hull, LoadLineGauge } from '../../../src/sizing/core/figure.ts';
import type { Letter } from '../../../src/sizing/core/plan.ts';

/** Capacities of the published profiles: all up, worker stalled, VM lost, AZ lost. */
const capacities: Readonly<Record<Letter, readonly [number, number, number, number]>> = {
  A: [400, 380, 380, 260],
  B: [400, 380, 360, 240],
  C: [468, 455, 416, 312],
  D: [420, 405, 315, 210],
  E: [416, 403, 364, 260],
  F: [624, 611, 572, 416],
};

const conditions = [
  ['all', 'all up', ''],
  ['worker', '−1 worker', 'w'],
  ['vm', '−1 VM', 'v'],
  ['az', '−1 AZ', 'z'],
] as const;

function explained(worked: string) {
  return { formula: 'API VMs × workers × threads', worked, origins: ['guide'], rules: ['CF-11'] } as const;
}

function hullOf(letter: Letter): Hull {
  return {
    letter,
    isBaseline: letter === 'A',
    spoken: `Option ${letter}. VM lost ${capacities[letter][2]}.`,
    lines: conditions.map(([id, label, short], i) => ({
      id,
      label,
      short,
      value: capacities[letter][i] ?? 0,
      isRing: id === 'vm',
      explain: explained(`= ${capacities[letter][i]}`),
    })),
  };
}

/** The gauge of the Cloud Controller comparison, load 400, one VM lost. */
export function loadGauge(letters: readonly Letter[], load: number | null = 400): LoadLineGauge {
  return {
    kind: 'load-lines',
    mode: 'load',
    title: 'Load lines',
    subtitle: 'The ring marks what each option can carry with a VM lost.',
    key: 'w: one worker stalled',
    axisLabel: 'Requests in progress',
    marginLabel: 'With a VM lost',
    line: load === null ? null : { label: 'Load', value: load, explain: explained('20 × 20 = 400') },
    hulls: letters.map(hullOf),
  };
}

/** The gauge of the Heat comparison: connections against 600 free. */
export function limitGauge(ceilings: readonly (readonly [Letter, number])[], limit = 600): LoadLineGauge {
  return {
    kind: 'load-lines',
    mode: 'limit',
    title: 'Load line of the database',
    subtitle: 'Water is what Heat may open.',
    key: '',
    axisLabel: 'Connections Heat may open',
    marginLabel: 'Against the limit',
    line: { label: 'Limit', value: limit, explain: explained('1,000 − 400 = 600') },
    hulls: ceilings.map(([letter, value]) => ({
      letter,
      isBaseline: letter === 'A',
      spoken: `Option ${letter} may open ${value}.`,
      lines: [
        {
          id: 'ceiling',
          label: 'may open',
          short: '',
          value,
          isRing: true,
          explain: explained(`= ${value}`),
        },
      ],
    })),
  };
}

/** A small comparison: one row of capacity, one of cost. */
export function sampleTable(letters: readonly Letter[]): ComparisonTable {
  const memory: Readonly<Record<Letter, number>> = { A: 80, B: 80, C: 144, D: 112, E: 128, F: 192 };
  const cells = (make: (letter: Letter) => Cell) => Object.fromEntries(letters.map((l) => [l, make(l)]));
  return {
    sections: [
      {
        title: 'Carries',
        rows: [
          {
            id: 'vm',
            label: 'VM lost',
            cells: cells((l) => ({
              text: String(capacities[l][2]),
              value: capacities[l][2],
              note: l === 'C' ? '16 spare' : 'short',
              tone: l === 'C' ? 'good' : 'bad',
              explain: explained(`= ${capacities[l][2]}`),
            })),
          },
        ],
      },
      {
        title: 'Costs',
        rows: [
          {
            id: 'memory',
            label: 'Memory, total',
            cells: cells((l) => ({ text: String(memory[l]), value: memory[l], unit: 'GiB' })),
          },
        ],
      },
    ],
  };
}
