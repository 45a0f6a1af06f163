import { Fragment } from 'react';
import styles from './code-view.module.css';
import type { RenderedText } from './rendered-text.ts';
import { yamlTokens } from './yaml-tokens.ts';

interface CodeViewProps {
  /** Names the text for a screen reader. */
  readonly label: string;
  readonly rendered: RenderedText;
}

const spokenSigns = { ' ': '', '+': 'Added: ', '-': 'Removed: ' } as const;

/** A file's text with line numbers and colours; neither is copied with a selection. */
export function CodeView({ label, rendered }: CodeViewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={label}>
      <pre className={styles.code}>
        <code>
          {rendered.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their number
            <Line key={index} {...line} />
          ))}
        </code>
      </pre>
    </section>
  );
}

function Line({ sign, text }: RenderedText['lines'][number]) {
  const isOneLine = isLink(text);
  return (
    <span
      className={styles.line}
      data-sign={sign === ' ' ? undefined : sign}
      data-link={isOneLine ? '' : undefined}
    >
      {sign !== ' ' && <span className={styles.spoken}>{spokenSigns[sign]}</span>}
      {yamlTokens(text).map((token, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
        <span key={place} className={styles[token.kind]}>
          {isOneLine ? token.text : breakable(token.text)}
        </span>
      ))}
      {'\n'}
    </span>
  );
}

/** A link in a comment may be as long as the plan; shown, it takes one line, and is copied whole. */
function isLink(text: string): boolean {
  return /^#\s*\S+:\/\/\S+$/.test(text);
}

/** Lets long paths break behind their slashes. */
function breakable(text: string) {
  if (!text.includes('/')) return text;
  return text.split(/(?<=\/)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}
