import type { ReactNode } from 'react';
import type { ComparisonTable, LoadLineGauge } from '../../sizing/core/figure.ts';
import type { Finding } from '../../sizing/core/finding.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import type { Rule } from '../../sizing/core/rule.ts';
import type { Provenance, Verdict } from '../../sizing/core/size-view.ts';
import type { BoardOption } from '../figures/option-head.tsx';
import styles from './paper.module.css';
import { PaperAdvice } from './paper-advice.tsx';
import { PaperBoard } from './paper-board.tsx';
import { type PaperFile, PaperFiles } from './paper-files.tsx';
import { PaperHead } from './paper-head.tsx';
import { PaperProvenance } from './paper-provenance.tsx';
import { type PaperRollout, PaperSteps } from './paper-steps.tsx';
import { PaperVerdict } from './paper-verdict.tsx';

export interface PaperProps {
  readonly title: string;
  /** The option the paper is about; the files and the advice are its own. */
  readonly letter: Letter;
  readonly baseline: Letter;
  /** In column order; also those that could not be sized, which say why. */
  readonly options: readonly BoardOption[];
  readonly preparedAt: Date;
  /** Of rules and model: "Plimsoll 0.1.0, Cloud Controller version 1". */
  readonly version: string;
  /** The whole address that opens this plan again. */
  readonly link: string;
  readonly verdict: Verdict;
  /** What to fix, when the form holds an entry that is not in these numbers. */
  readonly fix?: string | undefined;
  readonly gauge: LoadLineGauge;
  readonly table: ComparisonTable;
  readonly findings: readonly Finding[];
  readonly rules: Readonly<Record<string, Rule>>;
  readonly provenance: readonly Provenance[];
  /** Absent where there is nothing to roll out. */
  readonly rollout?: PaperRollout | undefined;
  readonly files: readonly PaperFile[];
  /** The charts that were ticked for this print. */
  readonly chartPage?: ReactNode;
}

/**
 * The change paper: what a change board reads before it decides. Not shown on screen; in print it takes the place
 * of everything else in the body, of which it must be a child. Answer and comparison, advice and assumptions, and
 * files each begin a page.
 */
export function Paper(props: PaperProps) {
  const { baseline, files, findings, fix, gauge, letter, options, provenance, rollout, rules, table } = props;
  return (
    <article className={styles.paper} data-letter={letter} aria-label="Change paper">
      <section>
        <PaperHead {...props} />
        <PaperVerdict verdict={props.verdict} fix={fix} />
        <PaperBoard gauge={gauge} table={table} options={options} selected={letter} baseline={baseline} />
      </section>
      <section className={styles.sheet}>
        <PaperAdvice letter={letter} findings={findings} rules={rules} />
        {rollout && <PaperSteps rollout={rollout} />}
        <PaperProvenance entries={provenance} />
      </section>
      {props.chartPage}
      {files.length > 0 && (
        <section className={styles.files}>
          <PaperFiles letter={letter} files={files} link={props.link} />
        </section>
      )}
    </article>
  );
}
