import { counted } from '../../sizing/core/number-text.ts';
import type { PaperProps } from './paper.tsx';
import styles from './paper-head.module.css';

type PaperHeadProps = Pick<PaperProps, 'title' | 'letter' | 'options' | 'preparedAt' | 'version' | 'link'>;

/** What the paper is, when and with what it was made, and where to open it again. */
export function PaperHead({ title, letter, options, preparedAt, version, link }: PaperHeadProps) {
  const name = options.find((o) => o.letter === letter)?.name;
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <p>
        Sizing paper for the change board.{' '}
        {options.length > 1 && `${counted(options.length, 'option')} compared; `}
        {options.length > 1 ? 'this paper is for' : 'For'} option {letter}
        {name ? `, ${name}` : ''}.
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Prepared</dt>
          <dd>{utcText(preparedAt)}</dd>
        </div>
        <div>
          <dt>Rules and model</dt>
          <dd>{version}</dd>
        </div>
        <div className={styles.link}>
          <dt>Reopen at</dt>
          <dd>{link}</dd>
        </div>
      </dl>
    </header>
  );
}

/** "2026-03-18 10:00 UTC": the same for every reader of the paper. */
function utcText(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
