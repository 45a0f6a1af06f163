import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from '../../../src/ui/shell/fuzzy-match.ts';

/** The letters that are marked, as a person sees them. */
function marked(sought: string, label: string): string | undefined {
  const match = fuzzyMatch(sought, label);
  return match && [...label].filter((_, at) => match.places.includes(at)).join('');
}

describe('fuzzyMatch', () => {
  it('finds words by their beginnings, in any order, whatever the case', () => {
    expect(marked('DUPL c', 'Duplicate option C')).toBe('DuplC');
    expect(marked('vms api', 'API VMs')).toBe('APIVMs');
  });

  it('finds a label by the first letters of its words and by letters left out', () => {
    expect(marked('tpw', 'Threads per worker')).toBe('Tpw');
    expect(marked('mrkdwn', 'Copy comparison as Markdown')).toBe('Mrkdwn');
  });

  it('marks whole words rather than letters strewn before them', () => {
    const label = 'Compact rows and controls';
    const { places } = fuzzyMatch('con', label) ?? { places: [] };
    expect(places).toEqual([17, 18, 19]);
    expect(label.slice(17, 20)).toBe('con');
  });

  it('does not find letters that are there by chance only', () => {
    expect(fuzzyMatch('zebra', 'Duplicate option C')).toBeUndefined();
    expect(fuzzyMatch('doc', 'Move option B left, and further down the road')).toBeUndefined();
  });

  it('finds a word beside the label too, and thinks less of it than of one in the label', () => {
    const beside = fuzzyMatch('heat', 'What if', 'Heat orchestration');
    const within = fuzzyMatch('heat', 'Heat orchestration');
    expect(beside?.places).toEqual([]);
    expect(beside?.score).toBeLessThan(within?.score ?? 0);
    expect(fuzzyMatch('heat cloud', 'What if', 'Heat orchestration')).toBeUndefined();
  });

  it('finds everything when nothing is sought', () => {
    expect(fuzzyMatch('  ', 'Undo')).toEqual({ score: 0, places: [], isWhole: true });
  });

  it('counts a letter outside the first plane of Unicode as one place', () => {
    expect(fuzzyMatch('b', '😀 b')?.places).toEqual([2]);
  });
});
