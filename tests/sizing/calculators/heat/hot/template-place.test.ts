import { describe, expect, it } from 'vitest';
import { located, problemsOf } from '../../../../../src/sizing/calculators/heat/hot/template-place.ts';
import {
  TemplateFault,
  TemplateFaults,
} from '../../../../../src/sizing/calculators/heat/hot/template-problem.ts';

describe('problemsOf', () => {
  const place = { file: 'n.yaml', lineOf: (offset: number) => ({ line: offset, column: 1 }), depth: 0 };
  const thrown = (error: unknown) => {
    try {
      return located(place, () => {
        throw error;
      });
    } catch (caught) {
      return problemsOf(caught, place);
    }
  };

  it('says of a fault what it is, and where, one by one', () => {
    expect(
      thrown(
        new TemplateFaults([
          new TemplateFault('yaml', 4, 'One.'),
          new TemplateFault('cycle', 5, 'Two.', [{ name: 'a', offset: 6 }]),
        ]),
      ),
    ).toEqual([
      { code: 'yaml', message: 'One.', line: 4, column: 1, file: 'n.yaml' },
      { code: 'cycle', message: 'Two.', line: 5, column: 1, file: 'n.yaml', cycle: [{ name: 'a', line: 6 }] },
    ]);
    expect(thrown(new TemplateFault('group', 7, 'Three.'))).toEqual([
      { code: 'group', message: 'Three.', line: 7, column: 1, file: 'n.yaml' },
    ]);
  });

  it('says of what nobody expected that the template could not be read', () => {
    expect(thrown(new RangeError('Maximum call stack size exceeded'))).toMatchObject([
      {
        code: 'too-much-work',
        message: 'The template is nested or repeated too far to be read here.',
        line: 0,
      },
    ]);
    expect(thrown(new TypeError('x is undefined'))).toMatchObject([
      { message: 'The template could not be read: x is undefined' },
    ]);
    expect(thrown('text')).toMatchObject([{ message: 'The template could not be read: text' }]);
  });
});
