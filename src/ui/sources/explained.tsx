import { useCallback, useRef, useState } from 'react';
import type { Cell } from '../../sizing/core/explanation.ts';
import styles from './explained.module.css';
import { ExplanationText } from './explanation-text.tsx';
import { Popover } from './popover.tsx';

interface ExplainedProps {
  readonly cell: Cell;
  /** What the number is: "API VMs of option C". */
  readonly label: string;
}

/** A shown number that opens its formula, the values in it, and its sources. Unit and note are the caller's. */
export function Explained({ cell, label }: ExplainedProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  if (!cell.explain) return cell.text;
  const spokenUnit = cell.unit ? ` ${cell.unit}` : '';
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles.explained}
        aria-label={`${label}: ${cell.text}${spokenUnit}, how it is worked out`}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {cell.text}
      </button>
      {isOpen && (
        <Popover anchor={anchor} label={`${label}, how it is worked out`} onClose={close}>
          <ExplanationText title={label} explanation={cell.explain} />
        </Popover>
      )}
    </>
  );
}
