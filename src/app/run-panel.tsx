import { durationText, numberText } from '../sizing/core/number-text.ts';
import { Button } from '../ui/shell/button.tsx';
import styles from './run-panel.module.css';
import type { Run } from './use-study.ts';
import { useTimeLeft } from './use-time-left.ts';

/** Starts a longer run, shows how far it is, and ends it early; what was finished stays. */
export function RunPanel({ run }: { readonly run: Run }) {
  const left = useTimeLeft(run.progress?.fraction ?? null);
  if (!run.progress) {
    return (
      <div className={styles.panel}>
        <Button look="primary" onClick={run.start}>
          {run.label}
        </Button>
        {run.result && <span className={styles.note}>The run’s results are shown.</span>}
      </div>
    );
  }
  const percent = Math.floor(run.progress.fraction * 100);
  return (
    <div className={styles.panel}>
      <progress
        className={styles.bar}
        max={1}
        value={run.progress.fraction}
        aria-label={run.label ?? 'Run'}
      />
      <span className={styles.note}>
        {numberText(percent)} %{left === null ? '' : `, about ${durationText(left)} left`}
        {run.progress.note && `. ${run.progress.note}`}
      </span>
      <Button onClick={run.cancel}>Cancel</Button>
      {/* Said at every quarter only. */}
      <span role="status" className="visually-hidden">
        {percent - (percent % 25)} % done
      </span>
    </div>
  );
}
