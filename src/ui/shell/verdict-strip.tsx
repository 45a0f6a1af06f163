import type { Verdict } from '../../sizing/core/size-view.ts';
import { RingIcon } from '../icons/ring-icon.tsx';
import styles from './verdict-strip.module.css';

interface VerdictStripProps {
  readonly verdict: Verdict | null;
  /** What to fix when there is no answer. */
  readonly fix?: string | undefined;
}

/** The verdict in one line, for the foot of a sheet. */
export function VerdictStrip({ verdict, fix }: VerdictStripProps) {
  const state = fix === undefined && verdict ? verdict.state : 'none';
  return (
    <p className={styles.strip}>
      <RingIcon state={state} />
      <span>{fix ?? verdict?.spoken ?? 'No answer yet'}</span>
    </p>
  );
}
