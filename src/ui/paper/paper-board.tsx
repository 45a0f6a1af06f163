import type { CSSProperties } from 'react';
import type { ComparisonTable, LoadLineGauge as Gauge } from '../../sizing/core/figure.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import { boardGeometry } from '../figures/board-geometry.ts';
import { LoadLineGauge } from '../figures/load-line-gauge.tsx';
import type { BoardOption } from '../figures/option-head.tsx';
import { OptionBadge } from '../shell/badge.tsx';
import styles from './paper-board.module.css';
import { PaperRows } from './paper-rows.tsx';

interface PaperBoardProps {
  readonly gauge: Gauge;
  readonly table: ComparisonTable;
  readonly options: readonly BoardOption[];
  readonly selected: Letter;
  readonly baseline: Letter;
}

/**
 * The width the gauge is drawn for, in px; it is scaled to the sheet. Not measured: while the browser prints, nothing
 * can be. A little more than the type area of A4 has, so that gauge and table fit on one page.
 */
const drawnWidthPx = 760;

/** The board as printed: heads, gauge and figures in the same columns, nothing to press. */
export function PaperBoard({ gauge, table, options, selected, baseline }: PaperBoardProps) {
  const geometry = boardGeometry(drawnWidthPx, gauge, options.length);
  const order = options.map((o) => o.letter);
  const problems = Object.fromEntries(
    options.flatMap((o) => (o.problem === undefined ? [] : [[o.letter, o.problem]])),
  );
  const layout: CSSProperties = { '--axis': `${(geometry.axisWidth / geometry.contentWidth) * 100}%` };
  return (
    <section style={layout}>
      <header className={styles.header}>
        <h2>{gauge.title}</h2>
        <p>{gauge.subtitle}</p>
      </header>
      <table className={styles.board}>
        <caption className="visually-hidden">{gauge.title}, every figure by option</caption>
        <colgroup>
          <col style={{ inlineSize: 'var(--axis)' }} />
          <col span={options.length} />
        </colgroup>
        {/* Repeated where the table goes on to another page. */}
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            {options.map((option) => (
              <OptionHead
                key={option.letter}
                option={option}
                isSelected={option.letter === selected}
                isBaseline={option.letter === baseline && options.length > 1}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className={styles.gauge} colSpan={options.length + 1}>
              <LoadLineGauge
                gauge={gauge}
                geometry={geometry}
                order={order}
                selected={selected}
                problems={problems}
              />
              {!geometry.hasWords && gauge.mode === 'load' && <p className={styles.key}>{gauge.key}</p>}
            </td>
          </tr>
        </tbody>
        {table.sections.map((section) => (
          <PaperRows key={section.title} section={section} order={order} selected={selected} />
        ))}
      </table>
    </section>
  );
}

interface OptionHeadProps {
  readonly option: BoardOption;
  readonly isSelected: boolean;
  readonly isBaseline: boolean;
}

function OptionHead({ option, isSelected, isBaseline }: OptionHeadProps) {
  const { letter, name, configuration } = option;
  const roles = [isSelected && 'Selected', isBaseline && 'Baseline'].filter((role) => role !== false);
  return (
    <th scope="col" className={styles.head} data-selected={isSelected ? '' : undefined}>
      <p className={styles.name}>
        <OptionBadge letter={letter} />
        <span>{name}</span>
      </p>
      {configuration && (
        <p className={styles.configuration}>
          {configuration[0]}
          <br />
          {configuration[1]}
        </p>
      )}
      {roles.length > 0 && <p className={styles.role}>{roles.join(', ')}</p>}
    </th>
  );
}
