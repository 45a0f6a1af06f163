import type { Candidates, VmKind } from './candidates.ts';
import { kindOf } from './candidates.ts';
import { amountAt, type Measure } from './measures.ts';

/** The rows of one kind, from the fewest threads to the most, and bounds that all of them keep. */
export interface Block {
  readonly kind: VmKind;
  readonly start: number;
  readonly end: number;
  readonly fewestVms: number;
  readonly mostVms: number;
  readonly fewestThreads: number;
  readonly mostThreads: number;
  /** Fewest VMs × threads: few of the one mean many of the other. */
  readonly leastProduct: number;
}

/** All rows, kind by kind; to be asked for when fleets have their final size. */
export function blocksOf(candidates: Candidates): readonly Block[] {
  const { count, kind } = candidates;
  const blocks: Block[] = [];
  for (let start = 0, end = 0; start < count; start = end) {
    const index = kind[start];
    end = start + 1;
    while (end < count && kind[end] === index) end += 1;
    blocks.push(blockOf(candidates, start, end));
  }
  return blocks;
}

function blockOf(candidates: Candidates, start: number, end: number): Block {
  const { threads, vms } = candidates;
  let fewestVms = Number.POSITIVE_INFINITY;
  let mostVms = 0;
  let leastProduct = Number.POSITIVE_INFINITY;
  for (let row = start; row < end; row += 1) {
    const fleet = vms[row] ?? 0;
    const product = fleet * (threads[row] ?? 0);
    if (fleet < fewestVms) fewestVms = fleet;
    if (fleet > mostVms) mostVms = fleet;
    if (product < leastProduct) leastProduct = product;
  }
  return {
    kind: kindOf(candidates, start),
    start,
    end,
    fewestVms,
    mostVms,
    fewestThreads: threads[start] ?? 0,
    mostThreads: threads[end - 1] ?? 0,
    leastProduct,
  };
}

/** No row of the block amounts to less. */
export function leastIn({ fixed, of, perThread }: Measure, block: Block): number {
  const { fewestThreads, fewestVms, kind, leastProduct } = block;
  if (of === 'vm') return fixed(kind) + perThread(kind) * fewestThreads;
  return fewestVms * fixed(kind) + perThread(kind) * leastProduct;
}

/** No row of the block amounts to more. */
export function mostIn(measure: Measure, { kind, mostThreads, mostVms }: Block): number {
  return amountAt(measure, kind, mostVms, mostThreads);
}
