/** 128 buckets an octave: a bucket is at most 0.78 % wide, its middle at most 0.39 % off. */
const bucketsPerOctaveBits = 7;
const octaves = 64;
const lowestExponent = -20;
const floatExponentBias = 1023;
const firstBucket = (floatExponentBias + lowestExponent) << bucketsPerOctaveBits;
const buckets = octaves << bucketsPerOctaveBits;

/**
 * Counts of positive numbers from 2^-20 to 2^44 in 64 KB, whatever their number: the bucket is read from the top bits
 * of the float. What lies outside is counted in the first or last bucket.
 */
export class LogLinearHistogram {
  count = 0;
  private readonly counts = new Float64Array(buckets);
  private readonly float = new Float64Array(1);
  private readonly words = new Uint32Array(this.float.buffer);

  add(value: number): void {
    this.float[0] = value;
    // The upper word of a little-endian float: sign, 11 bits of exponent, 20 of fraction.
    const bucket = (this.words[1]! >>> (20 - bucketsPerOctaveBits)) - firstBucket;
    this.counts[Math.max(0, Math.min(buckets - 1, bucket))]! += 1;
    this.count += 1;
  }

  /** The value that a share of the counted numbers does not exceed, within 0.39 %; only while `count` is above 0. */
  quantile(share: number): number {
    let remaining = Math.max(1, Math.ceil(share * this.count));
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      remaining -= this.counts[bucket]!;
      if (remaining > 0) continue;
      this.words[0] = 0;
      this.words[1] = (bucket + firstBucket) << (20 - bucketsPerOctaveBits);
      const low = this.float[0]!;
      this.words[1] = (bucket + 1 + firstBucket) << (20 - bucketsPerOctaveBits);
      return (low + this.float[0]!) / 2;
    }
    throw new Error(`histogram of ${this.count} has no quantile ${share}`);
  }
}
