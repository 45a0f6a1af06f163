import type { SamplesReading } from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/read-samples.ts';
import { readSamples } from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/read-samples.ts';

type Samples = Extract<SamplesReading, { readonly kind: 'samples' }>;

/** A text that can be read. */
export function samplesIn(text: string): Samples {
  const reading = readSamples(text);
  if (reading.kind !== 'samples') throw new Error(`Not read: ${JSON.stringify(reading)}`);
  return reading;
}

/** Its values, column by column. */
export function valuesIn(text: string): readonly (readonly number[])[] {
  return samplesIn(text).columns.map((column) => [...column.values]);
}

/** What is wrong with a text that cannot be read. */
export function problemsIn(text: string): readonly string[] {
  const reading = readSamples(text);
  if (reading.kind !== 'refused') throw new Error('It was read.');
  return reading.problems;
}
