import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { LoadLineGauge as Gauge, ComparisonTable as Table } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import styles from './board.module.css';
import { boardGeometry } from './board-geometry.ts';
import { type BoardSort, nextSort, sortedOptions } from './board-sort.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { InTurn } from './in-turn.tsx';
import { LoadLineGauge } from './load-line-gauge.tsx';
import { type BoardOption, OptionHead } from './option-head.tsx';
import { useWidth } from './use-width.ts';

interface BoardProps {
  readonly gauge: Gauge;
  readonly table: Table;
  /** In the plan's column order. */
  readonly options: readonly BoardOption[];
  readonly selected: Letter;
  readonly baseline: Letter;
  readonly onSelect: (letter: Letter) => void;
  /** Absent when the plan is full. */
  readonly onAddOption?: () => void;
  /** The menu button of a column. */
  readonly optionMenu: (letter: Letter) => ReactNode;
  /** The board's own menu: copy, save. */
  readonly menu?: ReactNode;
  /** Enter, F2, D, B, Delete and Alt with ← or → on a column's head. */
  readonly onOptionKey?: (letter: Letter, event: KeyboardEvent<HTMLElement>) => void;
  /** The board's element, for saving it as a picture. */
  readonly ref?: Ref<HTMLElement> | undefined;
}

/** Width before the first measurement: that of the board on a 1440 px screen. */
const assumedWidth = 730;

/** A badge, a name and a menu do not fit side by side in a column narrower than this. */
const compactBelowPx = 124;

/** The comparison: column heads, load-line gauge and table in the same columns. */
export function Board(props: BoardProps) {
  const {
    gauge,
    table,
    options,
    selected,
    baseline,
    onSelect,
    onAddOption,
    optionMenu,
    menu,
    onOptionKey,
    ref,
  } = props;
  const titleId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller, assumedWidth);
  const [sort, setSort] = useState<BoardSort | null>(null);
  const sorted = useMemo(() => sortedOptions(options, table, sort), [options, table, sort]);
  const order = useMemo(() => sorted.map((o) => o.letter), [sorted]);
  const problems = useMemo(
    () => Object.fromEntries(sorted.flatMap((o) => (o.problem === undefined ? [] : [[o.letter, o.problem]]))),
    [sorted],
  );
  // A single option leaves room for the one to compare it with.
  const hasFreeSlot = options.length === 1 && onAddOption !== undefined;
  const slots = options.length + (hasFreeSlot ? 1 : 0);
  const geometry = useMemo(() => boardGeometry(width, gauge, slots), [width, gauge, slots]);
  const { axisWidth, contentWidth, isNarrow, hasWords } = geometry;
  const isCompact = geometry.columnWidth < compactBelowPx;
  const overflows = contentWidth > width + 1;
  const sortRow = sort && table.sections.flatMap((s) => s.rows).find((r) => r.id === sort.rowId);
  // Custom properties are not part of React's style type.
  const layout = {
    '--axis': `${(axisWidth / contentWidth) * 100}%`,
    '--board': `${width}px`,
    '--least': overflows ? `${contentWidth}px` : '0px',
  } as CSSProperties;
  return (
    <section
      ref={ref}
      className={styles.board}
      aria-labelledby={titleId}
      data-narrow={isNarrow ? '' : undefined}
      data-compact={isCompact ? '' : undefined}
    >
      <header className={styles.header}>
        <h2 id={titleId}>{gauge.title}</h2>
        <p>{gauge.subtitle}</p>
        <div className={styles.actions}>
          {onAddOption && (
            <button type="button" className={styles.add} onClick={onAddOption}>
              <PlusSign />
              <span>Option</span>
            </button>
          )}
          {menu}
        </div>
      </header>
      <ScrollRegion ref={scroller} overflows={overflows} label={gauge.title}>
        <div className={styles.content} style={layout}>
          <InTurn>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups column heads. */}
            <div
              className={styles.heads}
              data-picture=""
              role="group"
              aria-label="Options"
              style={{ gridTemplateColumns: `var(--axis) repeat(${slots}, minmax(0, 1fr))` }}
            >
              <div className={styles.corner} />
              {sorted.map((option) => (
                <OptionHead
                  key={option.letter}
                  option={option}
                  isSelected={option.letter === selected}
                  isBaseline={option.letter === baseline && options.length > 1}
                  isTabStop={option.letter === selected}
                  menu={optionMenu(option.letter)}
                  onSelect={onSelect}
                  onKey={onOptionKey}
                />
              ))}
              {hasFreeSlot && (
                <div className={styles.head}>
                  <button type="button" className={styles.compare} onClick={onAddOption}>
                    <PlusSign />
                    Add an option to compare
                  </button>
                </div>
              )}
            </div>
            <LoadLineGauge
              gauge={gauge}
              geometry={geometry}
              order={order}
              selected={selected}
              problems={problems}
            />
            {!hasWords && gauge.mode === 'load' && (
              <p className={styles.key} data-picture="">
                <span>{gauge.key}</span>
              </p>
            )}
            <ComparisonTable
              table={table}
              options={sorted}
              selected={selected}
              caption={`${gauge.title}, every figure by option`}
              slots={slots}
              isNarrow={isNarrow}
              isCompact={isCompact}
              sort={sort}
              onSort={(rowId) => setSort((old) => nextSort(old, rowId))}
            />
          </InTurn>
        </div>
      </ScrollRegion>
      <p className={styles.sorted} role="status">
        {sort && sortRow && (
          <>
            Shown by {sortRow.label.toLowerCase()}, {sort.direction === 'ascending' ? 'lowest' : 'highest'}{' '}
            first.
            <button type="button" onClick={() => setSort(null)}>
              Back to the plan’s order
            </button>
          </>
        )}
      </p>
    </section>
  );
}

interface ScrollRegionProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly overflows: boolean;
  readonly label: string;
  readonly children: ReactNode;
}

/** Scrolls sideways by itself when the columns need more room; then keys must reach it too. */
function ScrollRegion({ ref, overflows, label, children }: ScrollRegionProps) {
  const region = overflows ? { role: 'region', tabIndex: 0, 'aria-label': `${label}, scrolls sideways` } : {};
  return (
    <div ref={ref} className={styles.scroll} {...region}>
      {children}
    </div>
  );
}

function PlusSign() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M8 3v10M3 8h10" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
