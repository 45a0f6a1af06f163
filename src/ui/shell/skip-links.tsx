import { inputsId, resultId } from './frame.tsx';
import styles from './skip-links.module.css';

/** First on the page for a keyboard: past the header to the result or the inputs. */
export function SkipLinks() {
  return (
    <nav className={styles.links} aria-label="Skip">
      <SkipLink to={resultId}>To the result</SkipLink>
      <SkipLink to={inputsId}>To the inputs</SkipLink>
    </nav>
  );
}

function SkipLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        // The address holds the plan, so the link must not replace it.
        event.preventDefault();
        const target = document.getElementById(to);
        target?.focus({ preventScroll: true });
        target?.scrollIntoView({ block: 'start' });
      }}
    >
      {children}
    </a>
  );
}
