interface Step {
  readonly atSeconds: number;
  readonly lanes: number;
}

/** More steps than these are averaged over even stretches of time. */
const mostSteps = 1000;

/** How many lanes are busy from when on; a value holds until the next one. */
export function busySteps(
  bars: readonly { readonly startSeconds: number; readonly endSeconds: number; readonly lane: number }[],
  endSeconds: number,
): readonly Step[] {
  const changes = new Map<number, number>();
  for (const { endSeconds: end, startSeconds: start } of bars) {
    changes.set(start, (changes.get(start) ?? 0) + 1);
    changes.set(end, (changes.get(end) ?? 0) - 1);
  }
  let lanes = 0;
  const steps: Step[] = [];
  for (const [atSeconds, change] of [...changes].sort(([a], [b]) => a - b)) {
    lanes += change;
    if (change !== 0) steps.push({ atSeconds, lanes });
  }
  return steps.length > mostSteps && endSeconds > 0 ? averaged(steps, endSeconds) : steps;
}

function averaged(steps: readonly Step[], endSeconds: number): readonly Step[] {
  const width = endSeconds / mostSteps;
  const sums = new Array<number>(mostSteps).fill(0);
  steps.forEach(({ atSeconds, lanes }, index) => {
    const until = steps[index + 1]?.atSeconds ?? endSeconds;
    for (let bin = Math.floor(atSeconds / width); bin < mostSteps && bin * width < until; bin += 1) {
      const share = Math.min(until, (bin + 1) * width) - Math.max(atSeconds, bin * width);
      sums[bin] = (sums[bin] ?? 0) + lanes * Math.max(0, share);
    }
  });
  return sums.map((sum, bin) => ({ atSeconds: bin * width, lanes: Number((sum / width).toFixed(2)) }));
}
