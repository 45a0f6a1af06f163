import { type ReactNode, useEffect, useState } from 'react';
import type { Letter } from '../sizing/core/plan.ts';
import type { Verdict } from '../sizing/core/size-view.ts';
import { BottomBar } from '../ui/shell/bottom-bar.tsx';
import { LiveVerdict } from '../ui/shell/live-verdict.tsx';
import { Sheet } from '../ui/shell/sheet.tsx';
import { VerdictStrip } from '../ui/shell/verdict-strip.tsx';
import { focusSoon } from './focus-soon.ts';
import styles from './study-page.module.css';
import { useIsNarrow } from './use-is-narrow.ts';
import type { FieldAsked } from './use-page-actions.ts';

interface StudyFormProps {
  readonly letter: Letter;
  readonly verdict: Verdict | null;
  readonly fix: string | undefined;
  /** A field that is wanted from elsewhere on the page. */
  readonly fieldAsked: FieldAsked | null;
  readonly onFieldShown: () => void;
  readonly onSelect: (letter: Letter) => void;
  readonly onCopyLink: () => void;
  readonly children: ReactNode;
}

/** Where a study's inputs stand: beside its answer, or on a narrow screen in a sheet. */
export function StudyForm(props: StudyFormProps) {
  const { letter, verdict, fix, fieldAsked, onFieldShown, onSelect, onCopyLink, children } = props;
  const isNarrow = useIsNarrow();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!fieldAsked) return;
    onSelect(fieldAsked.letter);
    setIsOpen(true);
    if (fieldAsked.field !== undefined) focusSoon(fieldAsked.field);
    onFieldShown();
  }, [fieldAsked, onFieldShown, onSelect]);

  if (!isNarrow)
    return (
      <section className={styles.inputs} aria-label="Option and inputs">
        {children}
      </section>
    );
  return (
    <div>
      <Sheet
        title={`Option ${letter} and inputs`}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        strip={
          <>
            <VerdictStrip verdict={verdict} fix={fix} />
            <LiveVerdict spoken={fix ?? verdict?.spoken ?? ''} />
          </>
        }
      >
        <div className={styles.inputs}>{children}</div>
      </Sheet>
      <BottomBar
        editLabel={`Inputs, option ${letter}`}
        onEdit={() => setIsOpen(true)}
        onCopyLink={onCopyLink}
      />
    </div>
  );
}
