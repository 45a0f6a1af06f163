import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { nameProblem, titleLength } from '../../sizing/core/plan.ts';
import styles from './view-tabs.module.css';

interface ViewTabsProps {
  readonly views: readonly { readonly id: string; readonly title: string; readonly href: string }[];
  /** Id of the view on the page. */
  readonly current: string;
  /** The plan's title. */
  readonly title: string;
  readonly onTitle: (title: string) => void;
  /** Shows a view; its address is for another tab or window. */
  readonly onView: (id: string) => void;
  /** "4 options, saved in this browser". */
  readonly status: string;
  readonly actions?: ReactNode;
}

/** The views of a calculator, the plan's title to edit in place, and where the plan is kept. */
export function ViewTabs({ views, current, title, onTitle, onView, status, actions }: ViewTabsProps) {
  function follow(event: MouseEvent, id: string) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (id !== current) onView(id);
  }

  return (
    <div className={styles.row}>
      <nav className={styles.views} aria-label="Views" onKeyDown={moveAmongLinks}>
        {views.map((view) => (
          <a
            key={view.id}
            href={view.href}
            aria-current={view.id === current ? 'page' : undefined}
            onClick={(event) => follow(event, view.id)}
          >
            {view.title}
          </a>
        ))}
      </nav>
      <section className={styles.plan} aria-label="Plan">
        <TitleField key={title} title={title} onTitle={onTitle} />
        <span className={styles.status}>{status}</span>
        {actions}
      </section>
    </div>
  );
}

function moveAmongLinks(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  links[(to + links.length) % links.length]?.focus();
}

/** Renames on Enter or on leaving; Esc, or a title that cannot be used, gives the old one back. */
function TitleField({ title, onTitle }: Pick<ViewTabsProps, 'title' | 'onTitle'>) {
  const [typed, setTyped] = useState(title);
  const problem = nameProblem(typed, titleLength);
  return (
    <span className={styles.title} data-text={typed}>
      <input
        type="text"
        aria-label="Plan title"
        aria-invalid={problem !== undefined}
        title={problem === undefined ? 'Rename the plan' : `Title: ${problem}.`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(title);
          else if (event.key === 'Enter') event.currentTarget.blur();
        }}
        onBlur={() => {
          if (problem !== undefined) setTyped(title);
          else if (typed !== title) onTitle(typed);
        }}
      />
    </span>
  );
}
