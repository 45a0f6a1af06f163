import { counted, numberText, numberWord } from '../../core/number-text.ts';
import type { SizedFleet } from './size.ts';
import { isToday } from './size.ts';

/** "nine 4-vCPU Puma VMs", "20 Thin VMs", "12 Puma VMs with 4 vCPU each". */
export function fleetName(option: SizedFleet): string {
  const { engine, vcpusPerVm, vms } = option.inputs;
  const server = engine === 'thin' ? 'Thin' : 'Puma';
  const noun = vms === 1 ? 'VM' : 'VMs';
  if (engine === 'thin') return `${numberWord(vms)} ${server} ${noun}`;
  if (vms <= 10) return `${numberWord(vms)} ${vcpusPerVm}-vCPU ${server} ${noun}`;
  return `${numberText(vms)} ${server} ${noun} with ${vcpusPerVm} vCPU each`;
}

/** How an option is called when another one is set against it: "today's Thin fleet" or "option B". */
export function baselineName(baseline: SizedFleet): string {
  return isToday(baseline) ? 'today’s Thin fleet' : `option ${baseline.letter}`;
}

/** What must be carried: "today's 400 requests", "the observed peak of 1 request plus 20%". */
export function loadName(option: SizedFleet): string {
  const { growthPercent, loadMode } = option.inputs;
  const requests = counted(option.sizing.baseLoad, 'request');
  const base = loadMode === 'observed' ? `the observed peak of ${requests}` : `today’s ${requests}`;
  return growthPercent > 0 ? `${base} plus ${numberText(growthPercent)}%` : base;
}

/** "A, B and C". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
