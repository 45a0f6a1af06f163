import { describe, expect, it } from 'vitest';
import {
  rateText,
  responseText,
  shareText,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-text.ts';
import { roundedUp } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/rounded-up.ts';
import { heldText } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/stall-table.ts';

describe('responseText', () => {
  it.each([
    [0, '0 ms'],
    [0.00123, '1.2 ms'],
    [0.00999, '10 ms'],
    [0.01, '10 ms'],
    [0.0126, '13 ms'],
    [0.248, '248 ms'],
    [0.9994, '999 ms'],
    // What would round to 1000 ms is a second.
    [0.9995, '1 s'],
    [1.84, '1.8 s'],
    [9.94, '9.9 s'],
    [9.95, '10 s'],
    [12.6, '13 s'],
    [99.4, '99 s'],
    [99.5, '1:40 min'],
    [250, '4:10 min'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(responseText(seconds)).toBe(text);
  });
});

describe('rateText', () => {
  it.each([
    [0.416, '0.42'],
    [9.99, '9.99'],
    [9.994, '9.99'],
    [9.995, '10'],
    [37.46, '37.5'],
    [99.94, '99.9'],
    [99.95, '100'],
    [560.4, '560'],
    [1080, '1,080'],
  ])('writes %d a second as %s, to three digits', (perSecond, text) => {
    expect(rateText(perSecond)).toBe(text);
  });
});

describe('shareText', () => {
  it.each([
    [0, '0 %'],
    [0.0123, '1.2 %'],
    [0.0994, '9.9 %'],
    [0.0996, '10 %'],
    [0.826, '83 %'],
    [1.5, '150 %'],
  ])('writes %d as %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});

describe('heldText', () => {
  it.each([
    [1.23, '1.2'],
    [9.94, '9.9'],
    [10.26, '10.3'],
    [1802.7, '1,800'],
  ])('writes %d requests to two digits, from ten on to three: %s', (requests, text) => {
    expect(heldText(requests)).toBe(text);
  });
});

describe('roundedUp', () => {
  it.each([
    [588, 590],
    [590, 590],
    [0.417, 0.42],
    [1, 1],
    [1.01, 1.1],
    [99.1, 100],
  ])('ends an axis that must reach %d at %d', (value, end) => {
    expect(roundedUp(value)).toBe(end);
  });
});
