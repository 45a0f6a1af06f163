import { inputsId, inputsOpenerId, resultId } from './frame.tsx';
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
        const target = targetOf(to);
        target?.focus({ preventScroll: true });
        target?.scrollIntoView({ block: 'start' });
      }}
    >
      {children}
    </a>
  );
}

/** The place itself, or the button that brings it where it is a sheet. */
function targetOf(id: string): HTMLElement | null {
  const place = document.getElementById(id);
  return place?.getClientRects().length === 0 ? document.getElementById(inputsOpenerId) : place;
}
