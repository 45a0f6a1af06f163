/** A VM the user may have. */
export interface VmSize {
  readonly vcpus: number;
  /** What it has; undefined where it is made to measure, as CF-7 asks. */
  readonly memoryGib: number | undefined;
  /** In the user's own currency and per whatever time. */
  readonly price: number | undefined;
}

export interface VmSizes {
  readonly sizes: readonly VmSize[];
  /** Entries that cannot be used, as written. */
  readonly refused: readonly string[];
}

const mostVcpus = 64;

/** Reads "2, 4, 8" or "4:16:0.2, 8:32:0.4": vCPU, GiB and price of each size. Repeated entries count once. */
export function vmSizesOf(text: string): VmSizes {
  const sizes: VmSize[] = [];
  const refused: string[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [vcpus = Number.NaN, memoryGib, price] = entry.split(':').map(Number);
    const isUsable = vcpus >= 1 && vcpus <= mostVcpus && memoryGib !== 0;
    const isKnown = sizes.some((s) => s.vcpus === vcpus && s.memoryGib === memoryGib && s.price === price);
    if (!isUsable) refused.push(entry);
    else if (!isKnown) sizes.push({ vcpus, memoryGib, price });
  }
  return { sizes, refused };
}

/** Whether costs can be set against one another: every size has a price. */
export function havePrices(sizes: readonly VmSize[]): boolean {
  return sizes.length > 0 && sizes.every((size) => size.price !== undefined);
}
