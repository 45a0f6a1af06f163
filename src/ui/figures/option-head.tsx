import type { KeyboardEvent, ReactNode } from 'react';
import type { Letter } from '../../sizing/core/plan.ts';
import { OptionBadge } from '../shell/badge.tsx';
import styles from './board.module.css';

/** A column of the board. */
export interface BoardOption {
  readonly letter: Letter;
  readonly name: string;
  /** Two short lines: "9 VMs × 4 vCPU", "Puma 4 × 13". */
  readonly configuration?: readonly [string, string];
  /** Why it could not be sized; stands in the column instead of values. */
  readonly problem?: string;
}

interface OptionHeadProps {
  readonly option: BoardOption;
  readonly isSelected: boolean;
  readonly isBaseline: boolean;
  readonly isTabStop: boolean;
  readonly menu: ReactNode;
  readonly onSelect: (letter: Letter) => void;
  readonly onKey: ((letter: Letter, event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

/** The head of a column: selects the option and takes the keys that edit, copy, move and remove it. */
export function OptionHead(props: OptionHeadProps) {
  const { option, isSelected, isBaseline, isTabStop, menu, onSelect, onKey } = props;
  const { letter, name, configuration } = option;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (side !== undefined && !event.altKey) {
      const heads = [
        ...(event.currentTarget.closest('[role="group"]')?.querySelectorAll<HTMLElement>('[data-head]') ??
          []),
      ];
      const next = heads[heads.indexOf(event.currentTarget) + side];
      event.preventDefault();
      next?.focus();
      next?.click();
    } else if (isOptionKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      onKey?.(letter, event);
    }
  };
  return (
    <div className={styles.head} data-selected={isSelected ? '' : undefined}>
      <button
        type="button"
        data-head={letter}
        className={styles.select}
        // With the same words as shown, so that what is seen can be said to it.
        aria-label={[
          `Option ${letter}`,
          name,
          ...(configuration ?? []),
          ...(isBaseline ? ['baseline'] : []),
        ].join(', ')}
        aria-pressed={isSelected}
        aria-keyshortcuts="Enter F2 D B Delete Alt+ArrowLeft Alt+ArrowRight"
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onSelect(letter)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.name}>
          <OptionBadge letter={letter} /> <span>{name}</span>
        </span>{' '}
        {configuration && (
          <span className={styles.configuration}>
            {configuration[0]} <br />
            {configuration[1]}
          </span>
        )}{' '}
        {isBaseline && <span className={styles.baseline}>Baseline</span>}
      </button>
      <div className={styles.menu} data-no-picture="">
        {menu}
      </div>
    </div>
  );
}

/** Enter edits, F2 renames, D duplicates, B makes it the baseline, Delete removes, Alt with an arrow moves. */
function isOptionKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) return event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  return ['Enter', 'F2', 'd', 'D', 'b', 'B', 'Delete'].includes(event.key);
}
