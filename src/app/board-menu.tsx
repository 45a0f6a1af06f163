import { comparisonCsv, comparisonMarkdown } from '../share/comparison-text.ts';
import type { ComparisonTable } from '../sizing/core/figure.ts';
import type { Letter } from '../sizing/core/plan.ts';
import { saveText } from '../ui/panels/save-text.ts';
import { Menu } from '../ui/shell/menu.tsx';

interface BoardMenuProps {
  readonly table: ComparisonTable;
  readonly options: readonly { readonly letter: Letter; readonly name: string }[];
  readonly title: string;
  readonly onDone: (text: string) => void;
}

/** The comparison to take away as text. */
export function BoardMenu({ table, options, title, onDone }: BoardMenuProps) {
  function copy(text: string, what: string): void {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => onDone(`${what} copied.`),
      () => saveText('comparison.txt', text),
    );
  }
  return (
    <Menu
      label="The comparison as text"
      items={[
        {
          label: 'Copy as Markdown',
          onSelect: () => copy(comparisonMarkdown(table, options), 'Markdown table'),
        },
        { label: 'Copy as CSV', onSelect: () => copy(comparisonCsv(table, options), 'CSV') },
        { label: 'Save CSV', onSelect: () => saveText(`${title}.csv`, comparisonCsv(table, options)) },
      ]}
    />
  );
}
