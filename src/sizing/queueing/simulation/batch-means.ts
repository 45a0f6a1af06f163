const batchCount = 20;
const finestBatches = 1280;
/** Student's t, 19 degrees of freedom, 97.5 %. */
const studentT = 2.0930240544;

/** A 95 % confidence interval's half-width, and how alike neighbouring batches are (-1 to 1; near 0 is well). */
export interface BatchInterval {
  readonly halfWidth: number;
  readonly lagOneCorrelation: number;
}

function intervalOf(means: readonly number[]): BatchInterval {
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  let squares = 0;
  let products = 0;
  for (const [index, value] of means.entries()) {
    squares += (value - mean) ** 2;
    if (index > 0) products += (value - mean) * (means[index - 1]! - mean);
  }
  const variance = squares / (means.length - 1);
  return {
    halfWidth: studentT * Math.sqrt(variance / means.length),
    lagOneCorrelation: squares > 0 ? products / squares : 0,
  };
}

/** The interval of the mean of 20 numbers, one a batch, taken as independent. */
export function batchInterval(batchValues: readonly number[]): BatchInterval {
  if (batchValues.length !== batchCount)
    throw new RangeError(`${batchValues.length} batches, not ${batchCount}`);
  return intervalOf(batchValues);
}

/**
 * Batch means of a series whose length is not known beforehand: sums of equal runs of numbers, joined in pairs
 * whenever there are 1280, and read as 20 batches.
 * Source: Law, "Simulation Modeling and Analysis", batch means; 20 batches after coverage measured on M/M/1.
 */
export class BatchMeans {
  private readonly sums = new Float64Array(finestBatches);
  private filled = 0;
  private batchSize = 1;
  private openSum = 0;
  private openCount = 0;

  add(value: number): void {
    this.openSum += value;
    this.openCount += 1;
    if (this.openCount < this.batchSize) return;
    this.sums[this.filled] = this.openSum;
    this.filled += 1;
    this.openSum = 0;
    this.openCount = 0;
    if (this.filled === finestBatches) this.joinPairs();
  }

  /** Half-width for the mean of everything added, or null while there are not yet 20 batches. */
  interval(): BatchInterval | null {
    const perBatch = Math.floor(this.filled / batchCount);
    if (perBatch === 0) return null;
    // Leaves out the earliest remainder: it is the most likely to be affected by the start.
    const first = this.filled - perBatch * batchCount;
    const means: number[] = [];
    for (let batch = 0; batch < batchCount; batch += 1) {
      let sum = 0;
      for (let index = 0; index < perBatch; index += 1) sum += this.sums[first + batch * perBatch + index]!;
      means.push(sum / (perBatch * this.batchSize));
    }
    return intervalOf(means);
  }

  private joinPairs(): void {
    for (let pair = 0; pair < finestBatches / 2; pair += 1) {
      this.sums[pair] = this.sums[2 * pair]! + this.sums[2 * pair + 1]!;
    }
    this.filled = finestBatches / 2;
    this.batchSize *= 2;
  }
}
