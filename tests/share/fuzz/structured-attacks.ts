import * as fc from 'fast-check';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import { attackKeys, attackTexts, edgeTexts } from './attack-values.ts';

const versions = [
  '',
  '',
  'v=1',
  'v=2',
  'v=3',
  'v=4',
  'v=999999',
  'v=1000000',
  'v=0',
  'v=-1',
  'v=01',
  'v=1.0',
  'v=',
];
const strangeIds = ['__proto__', 'toString', '', 'Heat', 'heat ', 'heat%00', 'heat/..', '%ZZ', '\ud800'];
const lettersAndBeyond = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'a'];

/** Links put together from keys and values that are known to hurt, in a form that is read to the end. */
export function attackedLink(calculators: readonly Calculator[]): fc.Arbitrary<string> {
  const ofAll = calculators.map((calculator) => attackOn(calculator));
  const strange = fc.tuple(fc.constantFrom(...strangeIds), fc.constantFrom(...attackTexts));
  return fc.oneof(...ofAll.map((arbitrary) => ({ weight: 8, arbitrary })), {
    weight: 1,
    arbitrary: strange.map(([id, text]) => `#${id}?${text}`),
  });
}

function attackOn({ id, params }: Calculator): fc.Arbitrary<string> {
  const known = fc
    .tuple(fc.constantFrom(...params), fc.constantFrom(...lettersAndBeyond), fc.nat())
    .map(([param, letter, pick]) => {
      const texts = pick % 2 === 0 ? edgeTexts(param) : attackTexts;
      const key = param.scope === 'shared' ? param.key : `${letter}.${param.key}`;
      return `${key}=${texts[(pick >> 1) % texts.length]}`;
    });
  const strange = fc
    .tuple(fc.constantFrom(...attackKeys), fc.constantFrom(...attackTexts), fc.constantFrom('=', '=', '='))
    .map((part) => `${part[0]}${part[2]}${part[1]}`);
  const bare = fc.constantFrom(...attackKeys, ...attackTexts);
  const part = fc.oneof(
    { weight: 6, arbitrary: known },
    { weight: 3, arbitrary: strange },
    { weight: 1, arbitrary: bare },
  );
  return fc
    .tuple(
      fc.constantFrom(...versions),
      fc.array(part, { maxLength: 14 }),
      fc.constantFrom('&end', '&end', '&end', ''),
    )
    .map(([version, parts, end]) => `#${id}?${[version, ...parts].filter((p) => p !== '').join('&')}${end}`);
}
