import { describe, expect, it } from 'vitest';
import { comparisonCsv, comparisonMarkdown } from '../../src/share/comparison-text.ts';
import { sampleTable } from '../ui/figures/sample-gauge.ts';

const options = [
  { letter: 'A', name: 'Today' },
  { letter: 'C', name: 'Profile 3 + 1 VM' },
] as const;

describe('comparisonMarkdown', () => {
  it('writes one column an option, in the order given, with units and notes', () => {
    expect(comparisonMarkdown(sampleTable(['A', 'C']), options)).toBe(
      [
        '|  | A Today | C Profile 3 + 1 VM |',
        '| --- | ---: | ---: |',
        '| **Carries** |  |  |',
        '| VM lost | 380 (short) | 416 (16 spare) |',
        '| **Costs** |  |  |',
        '| Memory, total | 80 GiB | 144 GiB |',
        '',
      ].join('\n'),
    );
  });

  it('keeps a name from breaking the table', () => {
    const text = comparisonMarkdown(sampleTable(['A']), [{ letter: 'A', name: 'a|b <img> *c*' }]);
    expect(text.split('\n')[0]).toBe('|  | A a\\|b \\<img\\> \\*c\\* |');
  });

  it('writes a name of several lines and spaces as one line', () => {
    const text = comparisonMarkdown(sampleTable(['A']), [{ letter: 'A', name: 'a \n\t b  c' }]);
    expect(text.split('\n')[0]).toBe('|  | A a b c |');
  });

  it('writes a dash for an option that could not be sized', () => {
    expect(comparisonMarkdown(sampleTable(['A']), options)).toContain('| VM lost | 380 (short) | – |');
  });
});

describe('comparisonCsv', () => {
  it('writes plain numbers with the unit in its own column', () => {
    expect(comparisonCsv(sampleTable(['A', 'C']), options)).toBe(
      [
        ',Unit,A Today,C Profile 3 + 1 VM',
        'Carries: VM lost,,380,416',
        '"Costs: Memory, total",GiB,80,144',
        '',
      ].join('\r\n'),
    );
  });

  it('names the unit of a number whose text is written otherwise, as a time is', () => {
    const cells = { A: { text: '4:10', value: 250, valueUnit: 's' } } as const;
    const rows = [{ id: 'time', label: 'Time', cells }];
    const table = { sections: [{ title: 'A stack', rows }] };
    expect(comparisonCsv(table, [{ letter: 'A', name: 'Today' }])).toContain('A stack: Time,s,250\r\n');
  });

  it('leaves the cell of an option empty that could not be sized, and takes the unit from the others', () => {
    expect(
      comparisonCsv(sampleTable(['C']), [
        { letter: 'A', name: 'Today' },
        { letter: 'C', name: 'New' },
      ]),
    ).toBe(
      [',Unit,A Today,C New', 'Carries: VM lost,,,416', '"Costs: Memory, total",GiB,,144', ''].join('\r\n'),
    );
  });
});
