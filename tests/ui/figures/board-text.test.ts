import { describe, expect, it } from 'vitest';
import { boardCsv, boardMarkdown } from '../../../src/ui/figures/board-text.ts';
import { sampleTable } from './sample-gauge.ts';

const options = [
  { letter: 'A', name: 'Today' },
  { letter: 'C', name: 'Profile 3 + 1 VM' },
] as const;

describe('boardMarkdown', () => {
  it('writes one column an option, in the order given, with units and notes', () => {
    expect(boardMarkdown(sampleTable(['A', 'C']), options)).toBe(
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
    const text = boardMarkdown(sampleTable(['A']), [{ letter: 'A', name: 'a|b <img> *c*' }]);
    expect(text.split('\n')[0]).toBe('|  | A a\\|b \\<img\\> \\*c\\* |');
  });

  it('writes a dash for an option that could not be sized', () => {
    expect(boardMarkdown(sampleTable(['A']), options)).toContain('| VM lost | 380 (short) | – |');
  });
});

describe('boardCsv', () => {
  it('writes plain numbers with the unit in its own column', () => {
    expect(boardCsv(sampleTable(['A', 'C']), options)).toBe(
      [
        ',Unit,A Today,C Profile 3 + 1 VM',
        'Carries: VM lost,,380,416',
        '"Costs: Memory, total",GiB,80,144',
        '',
      ].join('\r\n'),
    );
  });
});
