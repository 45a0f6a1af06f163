import { describe, expect, it } from 'vitest';
import { repeatedKeys } from '../../src/share/repeated-keys.ts';

describe('repeatedKeys', () => {
  it.each([
    ['{}', []],
    ['{"a":1,"b":2}', []],
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', []],
    ['{"a":1,"b":[{"c":1}],"a":2}', ['a']],
    ['{"a":{"b":1,"b":2},"b":3}', ['b']],
    ['{"a":1,"a":2,"a":3}', ['a']],
    ['["a","a"]', []],
    ['{"a":"a","b":"a"}', []],
    ['{"a":["b",1],"b":"{"}', []],
    ['{"a":"\\"}","a" : "]"}', ['a']],
    ['{"\\u0061":1,"a":2}', ['a']],
    ['{"":1,"":2}', ['']],
    ['{"a\\\\":1,"a\\\\":2,"a\\"":3}', ['a\\']],
    ['{"b":"\\\\\\"","b"\n:1}', ['b']],
    ['"a"', []],
  ])('finds in %s %j', (json, keys) => {
    expect(JSON.parse(json)).toBeDefined();
    expect(repeatedKeys(json)).toEqual(keys);
  });

  it('gets through texts of any length', () => {
    const text = JSON.stringify('1,2,"3"\n'.repeat(1_500_000));
    expect(repeatedKeys(`{"samples":${text},"a":1,"a":2}`)).toEqual(['a']);
  });
});
