import { memo, useMemo, useRef } from 'react';
import type { System, SystemFigure, SystemPlace } from '../../../sizing/core/study-figures.ts';
import { OptionBadge } from '../../shell/badge.tsx';
import { ToneSign } from '../study/tone-sign.tsx';
import { useOverflows } from '../use-overflows.ts';
import { useWidth } from '../use-width.ts';
import { CellDrawing } from './cell-drawing.tsx';
import { cellLayout, storeMost } from './cell-layout.ts';
import styles from './system.module.css';
import { SystemKey } from './system-key.tsx';
import { type SystemScale, systemScale } from './system-scale.ts';
import { cellSentence } from './system-text.ts';

interface SystemDrawingProps {
  readonly figure: SystemFigure;
}

/** Narrower than this no column gets; more options than fit scroll sideways. */
const leastColumnPx = 84;
/** On either side of a cell, as in the style sheet. */
const cellPaddingPx = 6;

/** One column an option, one row a place. Not drawn again while a figure says the same as before. */
export const SystemDrawing = memo(
  function SystemDrawing({ figure }: SystemDrawingProps) {
    const region = useRef<HTMLDivElement>(null);
    const width = useWidth(region, 340);
    const overflows = useOverflows(region);
    const columnPx = Math.max(leastColumnPx, Math.floor(width / figure.systems.length));
    const room = columnPx - 2 * cellPaddingPx;
    const scale = useMemo(() => systemScale(figure, room), [figure, room]);
    return (
      <>
        <SystemKey figure={figure} scale={scale} />
        <section
          ref={region}
          className={styles.region}
          aria-label={`${figure.title}, picture`}
          tabIndex={overflows ? 0 : undefined}
        >
          <SelectedColumn systems={figure.systems} columnPx={columnPx} />
          <table
            className={styles.table}
            style={{ inlineSize: figure.systems.length * columnPx }}
            data-picture=""
          >
            <caption className="visually-hidden">{figure.subtitle}</caption>
            <thead>
              <tr>
                {figure.systems.map((system) => (
                  <Head key={system.letter} system={system} />
                ))}
              </tr>
            </thead>
            {figure.places.map((place, i) => (
              <Place key={place.id} {...{ figure, place, scale, room }} index={i} />
            ))}
          </table>
        </section>
      </>
    );
  },
  (before, after) => JSON.stringify(before.figure) === JSON.stringify(after.figure),
);

interface SelectedColumnProps {
  readonly systems: readonly System[];
  readonly columnPx: number;
}

/** The ground of the selected option's column, also behind the rows that name places. */
function SelectedColumn({ systems, columnPx }: SelectedColumnProps) {
  const at = systems.findIndex((system) => system.isSelected);
  if (at < 0 || systems.length === 1) return null;
  return (
    <i
      className={styles.selected}
      style={{ insetInlineStart: at * columnPx, inlineSize: columnPx }}
      data-picture=""
    />
  );
}

function Head({ system }: { readonly system: System }) {
  const { letter, name, detail } = system;
  return (
    <th scope="col">
      <span className={styles.name}>
        <OptionBadge letter={letter} /> <span>{name}</span>
      </span>{' '}
      <span className={styles.detail}>{detail}</span>
    </th>
  );
}

interface PlaceProps {
  readonly figure: SystemFigure;
  readonly place: SystemPlace;
  readonly index: number;
  readonly scale: SystemScale;
  readonly room: number;
}

function Place({ figure: { systems }, place, index, scale, room }: PlaceProps) {
  const most = useMemo(() => storeMost(systems.map(({ cells }) => cells[index])), [systems, index]);
  const layouts = useMemo(
    () => systems.map(({ cells }) => cells[index] && cellLayout(cells[index], scale, room, most)),
    [systems, index, scale, room, most],
  );
  return (
    <tbody data-kind={place.kind} data-lost={place.isLost ? '' : undefined}>
      <tr>
        <th scope="rowgroup" colSpan={systems.length}>
          {place.kind === 'flow' && <span aria-hidden="true">↓ </span>}
          <span className={styles.place}>{place.title}</span> {place.isLost && <strong>lost</strong>}
        </th>
      </tr>
      <tr>
        {systems.map(({ letter, cells }, i) => {
          const cell = cells[index];
          const layout = layouts[i];
          return (
            <td key={letter} data-tone={cell?.tone}>
              {cell && cell.value !== '' && (
                <p>
                  <ToneSign tone={cell.tone} />
                  <strong>{cell.value}</strong> {cell.note !== '' && <span>{cell.note}</span>}
                </p>
              )}
              {place.kind === 'hosts' && cell?.hosts.length === 0 && <p className={styles.none}>none</p>}
              {cell && layout && layout.height > 0 && (
                <CellDrawing {...{ layout, scale }} width={room} spoken={cellSentence(cell)} />
              )}
            </td>
          );
        })}
      </tr>
    </tbody>
  );
}
