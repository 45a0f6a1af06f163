import type { Tone } from '../../../sizing/core/explanation.ts';
import type { Severity } from '../../../sizing/core/finding.ts';
import { SeverityIcon } from '../../icons/severity-icon.tsx';
import styles from './study.module.css';

const signs: Readonly<Record<Exclude<Tone, 'plain'>, { readonly shape: Severity; readonly word: string }>> = {
  good: { shape: 'fine', word: 'Good' },
  warn: { shape: 'caution', word: 'Caution' },
  bad: { shape: 'blocker', word: 'Problem' },
};

/** How a value is judged, by shape and by word, so that colour is never alone. Nothing for a plain one. */
export function ToneSign({ tone }: { readonly tone: Tone }) {
  if (tone === 'plain') return null;
  const { shape, word } = signs[tone];
  return (
    <span className={styles.tone}>
      <span aria-hidden="true">
        <SeverityIcon severity={shape} />
      </span>
      <span className="visually-hidden">{word}: </span>
    </span>
  );
}
