import type { RefObject } from 'react';
import { comparisonJson } from '../share/comparison-json.ts';
import { comparisonCsv, comparisonMarkdown } from '../share/comparison-text.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { ComparisonTable } from '../sizing/core/figure.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';
import { type PictureKind, savePicture } from '../ui/figures/save-picture.ts';
import { saveText } from '../ui/panels/save-text.ts';
import { Menu } from '../ui/shell/menu.tsx';

interface BoardMenuProps {
  readonly calculator: Calculator;
  readonly table: ComparisonTable;
  readonly plan: Plan;
  readonly selected: Letter;
  /** What is drawn of the comparison, for its picture. */
  readonly board: RefObject<HTMLElement | null>;
  readonly onDone: (text: string) => void;
}

/** The comparison to take away, as text or as a picture. */
export function BoardMenu({ calculator, table, plan, selected, board, onDone }: BoardMenuProps) {
  const { options, title } = plan;
  const markdown = () => comparisonMarkdown(table, options);
  const csv = () => comparisonCsv(table, options);
  const json = () => `${JSON.stringify(comparisonJson(calculator, plan, selected), null, 2)}\n`;

  function copy(what: string, fileName: string, text: string): void {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => onDone(`${what} copied.`),
      () => {
        saveText(fileName, text);
        onDone(`The browser refused the clipboard. ${fileName} was saved instead.`);
      },
    );
  }

  function savePictureAs(kind: PictureKind): void {
    if (!board.current) return;
    savePicture(board.current, title, title, kind).catch(() =>
      onDone('The picture could not be drawn. Save it in the other format, or print the paper.'),
    );
  }

  return (
    <Menu
      label="Take the comparison away"
      items={[
        { label: 'Copy as Markdown', onSelect: () => copy('Markdown table', `${title}.md`, markdown()) },
        { label: 'Copy as CSV', onSelect: () => copy('CSV', `${title}.csv`, csv()) },
        { label: 'Copy as JSON', onSelect: () => copy('JSON', `${title}.json`, json()) },
        { label: 'Save CSV', onSelect: () => saveText(`${title}.csv`, csv()) },
        { label: 'Save JSON', onSelect: () => saveText(`${title}.json`, json()) },
        { label: 'Save SVG', onSelect: () => savePictureAs('svg') },
        { label: 'Save PNG', onSelect: () => savePictureAs('png') },
      ]}
    />
  );
}
