import type { Verdict } from '../../sizing/core/size-view.ts';
import { RingIcon } from '../icons/ring-icon.tsx';
import { RichText } from '../panels/rich-text.tsx';
import styles from './paper-verdict.module.css';

interface PaperVerdictProps {
  readonly verdict: Verdict;
  readonly fix: string | undefined;
}

/** The answer in words; its figures stand in the table below it. */
export function PaperVerdict({ verdict, fix }: PaperVerdictProps) {
  return (
    <section className={styles.verdict} data-state={verdict.state}>
      {fix !== undefined && (
        <p className={styles.stale}>
          Printed while the form held an entry that could not be used. All numbers here are from before it.{' '}
          {fix}
        </p>
      )}
      <p className={styles.state}>
        <RingIcon state={verdict.state} />
        {verdict.stateText}
      </p>
      <h2 className={styles.headline}>{verdict.headline}</h2>
      <p className={styles.paragraph}>
        <RichText text={verdict.paragraph} />
      </p>
    </section>
  );
}
