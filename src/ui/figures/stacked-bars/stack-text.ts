import type { ChartTable } from '../../../sizing/core/figure.ts';
import { numberText } from '../../../sizing/core/number-text.ts';
import type { StackedBars } from '../../../sizing/core/study-figures.ts';
import { type Segment, type StackRow, shareText } from './stack-layout.ts';

/** Against the limit: sign, amount and word, so that colour never says it alone. */
export function againstLimit(
  total: number,
  limit: number | undefined,
): { readonly text: string; readonly isOver: boolean } {
  if (limit === undefined) return { text: '', isOver: false };
  if (total === limit) return { text: 'exactly the limit', isOver: false };
  return total > limit
    ? { text: `▲ ${numberText(total - limit)} over`, isOver: true }
    : { text: `▼ ${numberText(limit - total)} spare`, isOver: false };
}

/** "Option A, Today: Engine pool 480 of 720, 67%." */
export function segmentSentence(figure: StackedBars, { row, total }: StackRow, segment: Segment): string {
  const part = figure.parts[segment.part]?.label ?? '';
  return `Option ${row.letter}, ${row.name}: ${part} ${numberText(segment.value)} of ${numberText(total)}, ${shareText(segment.share)}.`;
}

/** Every value, every share, the totals, and how they stand against the limit. */
export function stackTable(figure: StackedBars): ChartTable {
  const { limit } = figure;
  return {
    columns: [
      'Option',
      ...figure.parts.flatMap(({ label }) => [label, `${label}, share`]),
      `${figure.valueLabel}, total`,
      ...(limit ? [limit.label, 'Against it'] : []),
    ],
    rows: figure.rows.map((row) => {
      const total = row.parts.reduce((sum, part) => sum + part.value, 0);
      return [
        `${row.letter} ${row.name}`,
        ...figure.parts.flatMap(({ id }) => {
          const value = row.parts.find((p) => p.id === id)?.value ?? 0;
          return [value, shareText(total > 0 ? value / total : 0)];
        }),
        total,
        ...(limit ? [limit.value, againstLimit(total, limit.value).text] : []),
      ];
    }),
  };
}
