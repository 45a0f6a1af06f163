import type { Rich } from '../../../../core/explanation.ts';
import type { Finding } from '../../../../core/finding.ts';
import { capitalised, counted, numberText, numberWord } from '../../../../core/number-text.ts';
import type { Verdict } from '../../../../core/size-view.ts';
import { conditionOf, wording } from '../../conditions.ts';
import { listed, loadName } from '../../fleet-name.ts';
import type { SizedFleet } from '../../size.ts';
import { kindOf } from './candidates.ts';
import { goalPhrases } from './criteria.ts';
import { limitKinds } from './limits.ts';
import { amountOf } from './measures.ts';
import type { Asked } from './question.ts';
import { isThin, settingName } from './setting-text.ts';
import type { Solution } from './solve.ts';

/** The best setting by the goal, or what stops all of them. */
export function solveVerdict(
  option: SizedFleet,
  asked: Asked,
  solution: Solution,
  findings: readonly Finding[],
): Verdict {
  const [row] = solution.best;
  return row === undefined
    ? emptyVerdict(option, asked, solution, findings)
    : foundVerdict(option, asked, solution, row, findings);
}

function foundVerdict(
  option: SizedFleet,
  asked: Asked,
  solution: Solution,
  row: number,
  findings: readonly Finding[],
): Verdict {
  const { candidates, fitting, frontPlaces } = solution;
  const counts = `${counted(fitting.length, 'setting')}, ${numberText(frontPlaces)} on the front`;
  const condition = conditionOf(option.inputs.survive);
  const having = condition === 'all' ? '' : ` ${wording[condition].having}`;
  const vms = candidates.vms[row] ?? 0;
  const verb = vms === 1 ? 'carries' : 'carry';
  const figure = (label: string, value: number, unit?: string) => ({
    label,
    cell: { text: numberText(value), value, ...(unit ? { unit } : {}) },
  });
  return {
    state: findings.some((f) => f.severity === 'caution') ? 'changes' : 'meets',
    stateText: counts,
    headline: `${capitalised(fleetText(solution, row))} ${verb} ${loadName(option)}${having}, ${goalPhrases[asked.question.goal]}.`,
    paragraph: othersOf(solution, row),
    keyFigures: [
      figure('API VMs', vms),
      figure('Total vCPU', amountOf('vcpu', candidates, row)),
      figure('Memory', amountOf('memory', candidates, row), 'GiB'),
      figure('DB connections', amountOf('connections', candidates, row)),
    ],
    spoken: `${counts}. Best: ${settingName(candidates, row)}.`,
  };
}

/** "six 4-vCPU Puma VMs with 4 × 20 threads", "11 Puma VMs with 2 vCPU and 2 × 20 threads". */
function fleetText({ candidates }: Solution, row: number): string {
  const vms = candidates.vms[row] ?? 0;
  const threads = candidates.threads[row] ?? 0;
  const cores = numberText(kindOf(candidates, row).vcpus);
  const noun = vms === 1 ? 'VM' : 'VMs';
  const server = isThin(candidates, row) ? 'Thin' : 'Puma';
  const slots = isThin(candidates, row)
    ? counted(threads, 'thread')
    : `${numberText(kindOf(candidates, row).workers)} × ${counted(threads, 'thread')}`;
  if (vms <= 10) return `${numberWord(vms)} ${cores}-vCPU ${server} ${noun} with ${slots}`;
  return `${numberText(vms)} ${server} ${noun} with ${cores} vCPU and ${slots}`;
}

/** The other places of the front: what they save and what they cost is in the plot and the table. */
function othersOf({ best, candidates, front }: Solution, chosen: number): Rich {
  const place = (row: number) => `${candidates.vms[row]} × ${kindOf(candidates, row).vcpus} vCPU`;
  const order = new Map(best.map((row, index) => [row, index]));
  const rows = front.toSorted((a, b) => (order.get(a) ?? best.length) - (order.get(b) ?? best.length));
  const others = [...new Map(rows.map((row) => [place(row), row]))].filter(
    ([name]) => name !== place(chosen),
  );
  if (others.length === 0) return ['No other setting is better in anything that counts here.'];
  const shown = others
    .slice(0, 3)
    .map(
      ([, row]) => `${settingName(candidates, row)} on ${numberText(amountOf('vcpu', candidates, row))} vCPU`,
    );
  const more = others.length > 3 ? `, and ${counted(others.length - 3, 'other')}` : '';
  return ['Also on the front: ', { strong: listed(shown) }, `${more}.`];
}

function emptyVerdict(
  option: SizedFleet,
  asked: Asked,
  solution: Solution,
  findings: readonly Finding[],
): Verdict {
  const { limits } = asked.question;
  const miss = solution.relaxation;
  const only = miss?.excesses.length === 1 ? miss.excesses[0] : undefined;
  const headline =
    miss && only
      ? `${limitKinds[only.limit].name} is what stops it: ${limitKinds[only.limit].amount(limits[only.limit])} set, ${limitKinds[only.limit].amount(only.needed)} needed for ${settingName(solution.candidates, miss.row)}.`
      : `${findings.find((f) => f.id === 'nothing-fits')?.title ?? 'No setting fits'}.`;
  return {
    state: 'short',
    stateText: 'Nothing fits',
    headline,
    paragraph: [
      `${counted(solution.candidates.count, 'setting')} ${solution.candidates.count === 1 ? 'was' : 'were'} tried for ${loadName(option)}. `,
      'The advice has the smallest step that lets one in.',
    ],
    keyFigures: [
      { label: 'Load to carry', cell: { text: numberText(option.sizing.load), value: option.sizing.load } },
    ],
    spoken: `Nothing fits. ${headline}`,
  };
}
