import type { ReferenceTable } from '../../core/figure.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { listed } from './fleet-name.ts';
import type { Profile } from './profiles.ts';
import { profiles } from './profiles.ts';
import type { FleetComparison, SizedFleet } from './size.ts';

type Figures = Pick<Profile, 'engine' | 'vcpus' | 'vms' | 'workers' | 'threads' | 'requests'>;

/** The guide's rows, as the guide labels and writes them. */
const rows: readonly { readonly label: string; readonly textOf: (figures: Figures) => string }[] = [
  { label: 'VM type', textOf: (f) => `${f.vcpus} CPU` },
  { label: '# instances', textOf: (f) => numberText(f.vms) },
  { label: '# API workers', textOf: (f) => (f.engine === 'thin' ? '1 (Thin)' : numberText(f.workers)) },
  { label: '# threads/worker', textOf: (f) => numberText(f.threads) },
  { label: 'Total concurrent requests supported', textOf: (f) => numberText(f.requests) },
];

/** The guide's four profiles with the options set against them (CF-13). */
export function profileTableOf({ options, selected }: FleetComparison): ReferenceTable {
  const taken = new Map<string, SizedFleet>();
  for (const option of options) {
    const profile = profiles.find((p) => isSame(p, figuresOf(option)));
    if (profile && !taken.has(profile.id)) taken.set(profile.id, option);
  }
  const others = options.filter((option) => ![...taken.values()].includes(option));
  const nearest = nearestProfile(selected);
  return {
    id: 'profiles',
    title: 'The guide’s profiles',
    caption: captionOf(selected, nearest),
    rules: ['CF-13'],
    columns: [
      { label: '' },
      ...profiles.map((profile) => {
        const letter = taken.get(profile.id)?.letter;
        return { label: profile.label, isMarked: profile === nearest, ...(letter ? { letter } : {}) };
      }),
      ...others.map(({ letter, name }) => ({ label: name, letter })),
    ],
    rows: rows.map(({ label, textOf }) => ({
      cells: [
        { text: label },
        ...profiles.map((profile) => ({ text: textOf(profile) })),
        ...others.map((option) => {
          const text = textOf(figuresOf(option));
          const profile = nearestProfile(option);
          return { text, differs: profile !== undefined && text !== textOf(profile) };
        }),
      ],
    })),
  };
}

function figuresOf({ inputs, sizing }: SizedFleet): Figures {
  return {
    engine: inputs.engine,
    vcpus: inputs.vcpusPerVm,
    vms: inputs.vms,
    workers: sizing.fleet.workersPerVm,
    threads: inputs.threadsPerWorker,
    requests: sizing.carries.all,
  };
}

function isSame(a: Figures, b: Figures): boolean {
  return rows.every(({ textOf }) => textOf(a) === textOf(b)) && a.engine === b.engine;
}

/** The profile with the option's server and VM size: that is what an option keeps when it is tuned. */
function nearestProfile(option: SizedFleet): Profile | undefined {
  const { engine, vcpusPerVm } = option.inputs;
  return profiles.find((p) => p.engine === engine && (engine === 'thin' || p.vcpus === vcpusPerVm));
}

function captionOf(option: SizedFleet, profile: Profile | undefined): string {
  const name = `Option ${option.letter}`;
  if (!profile) return `${name} has a VM size that the guide gives no profile for.`;
  const figures = figuresOf(option);
  if (isSame(profile, figures)) return `${name} is ${profile.label}.`;
  const differences = [
    ...differenceOf(figures.vcpus - profile.vcpus, 'vCPU', 'vCPU'),
    ...differenceOf(figures.vms - profile.vms, 'VM', 'VMs'),
    ...differenceOf(figures.workers - profile.workers, 'worker a VM', 'workers a VM'),
    ...differenceOf(figures.threads - profile.threads, 'thread a worker', 'threads a worker'),
  ];
  return `${name} is ${profile.label} with ${listed(differences)}.`;
}

function differenceOf(difference: number, one: string, many: string): readonly string[] {
  if (difference === 0) return [];
  const amount = counted(Math.abs(difference), one, many);
  const [figure = '', ...unit] = amount.split(' ');
  return [`${figure} ${difference > 0 ? 'more' : 'fewer'} ${unit.join(' ')}`];
}
