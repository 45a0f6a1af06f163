import { describe, expect, it } from 'vitest';
import { plainScalar } from '../../../../../src/sizing/calculators/heat/hot/plain-scalar.ts';

// YAML 1.1 (yaml.org/type), as PyYAML resolves it; Heat's template_format.py leaves dates as text.
describe('plainScalar', () => {
  it.each<readonly [string, string | number | boolean | null]>([
    ['yes', true],
    ['True', true],
    ['ON', true],
    ['Off', false],
    ['no', false],
    ['y', 'y'],
    ['~', null],
    ['', null],
    ['Null', null],
    ['None', 'None'],
    ['0', 0],
    ['-3', -3],
    ['+3', 3],
    ['010', 8],
    ['-017', -15],
    ['08', '08'],
    ['0x1F', 31],
    ['0b101', 5],
    ['1_000', 1000],
    ['1:30', 90],
    ['-1:30:01', -5401],
    ['1:60', '1:60'],
    ['1.5', 1.5],
    ['-1.5', -1.5],
    ['+.5', 0.5],
    ['1_0.2_5', 10.25],
    ['1.5e-3', 0.0015],
    ['-1.5e+3', -1500],
    ['1e3', '1e3'],
    ['1:30.5', 90.5],
    ['-1:30.5', -90.5],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['2013-05-23', '2013-05-23'],
    ['1.2.3', '1.2.3'],
  ])('reads %s as %o', (source, value) => {
    expect(plainScalar(source)).toEqual(value);
  });
});
