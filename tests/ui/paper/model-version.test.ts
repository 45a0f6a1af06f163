import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelVersion } from '../../../src/app/model-version.ts';

describe('modelVersion', () => {
  it('is the version of the package, which papers are traced back to', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(modelVersion).toBe(version);
  });
});
