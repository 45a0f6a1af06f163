import type { ReactNode } from 'react';
import styles from './frame.module.css';

interface FrameProps {
  /** Inputs; left of the result, and absent from the page where a sheet shows them. */
  readonly form: ReactNode;
  /** The result: verdict, board, charts. */
  readonly main: ReactNode;
  /** Advice, exports and sources. */
  readonly side: ReactNode;
}

/** Ids of the places the skip links lead to. */
export const resultId = 'result';
export const inputsId = 'inputs';
/** The button that opens the inputs where they are a sheet. */
export const inputsOpenerId = 'inputs-opener';

/** The page's grid: three columns, two from 1279 px down, one below 760 px. */
export function Frame({ form, main, side }: FrameProps) {
  return (
    <div className={styles.frame}>
      {form && (
        <div className={styles.form} id={inputsId} tabIndex={-1}>
          {form}
        </div>
      )}
      <main className={styles.main} id={resultId} tabIndex={-1}>
        {main}
      </main>
      <aside className={styles.side} aria-label="Advice and files">
        {side}
      </aside>
    </div>
  );
}
