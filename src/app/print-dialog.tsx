import { useState } from 'react';
import type { Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Chart } from '../sizing/core/figure.ts';
import type { PaperChart } from '../ui/paper/paper-charts.tsx';
import { Button } from '../ui/shell/button.tsx';
import { Dialog } from '../ui/shell/dialog.tsx';
import { keyText } from '../ui/shell/key-text.ts';
import styles from './print-dialog.module.css';
import { usePrintCharts } from './use-print-charts.ts';

interface PrintDialogProps {
  readonly calculator: Calculator;
  readonly session: Session;
  /** Charts of the Size view. */
  readonly charts: readonly Chart[];
  readonly onPrint: (charts: readonly PaperChart[]) => void;
  readonly onClose: () => void;
}

/** What the change paper is to hold beside its three pages. */
export function PrintDialog({ calculator, session, charts, onPrint, onClose }: PrintDialogProps) {
  const { groups, isComplete } = usePrintCharts(calculator, session, charts);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());

  /** On the page, studies give a chart the width that Size gives to two. */
  const chosen = (): readonly PaperChart[] =>
    groups.flatMap(({ charts: some, isStudy, view }) =>
      some
        .map((chart) => ({ id: `${view}/${chart.id}`, chart, isWide: isStudy }))
        .filter(({ id }) => ticked.has(id)),
    );

  function tick(id: string, isOn: boolean): void {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
  }

  return (
    <Dialog title="Print paper" isOpen onClose={onClose}>
      <div className={styles.content}>
        <p className={styles.help}>
          The paper has the answer, the comparison, advice, steps and files. Tick the charts it is to have as
          well; they get a page of their own. {keyText('Ctrl P')} prints it without charts.
        </p>
        {groups.map((group) => (
          <fieldset key={group.view} className={styles.group}>
            <legend>{group.title}</legend>
            {group.charts.map((chart) => {
              const id = `${group.view}/${chart.id}`;
              return (
                <label key={id} className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={ticked.has(id)}
                    onChange={(event) => tick(id, event.target.checked)}
                  />
                  {chart.title}
                </label>
              );
            })}
          </fieldset>
        ))}
        <p role="status" className={styles.help}>
          {isComplete ? '' : 'Working out the charts of the other views'}
        </p>
        <div className={styles.actions}>
          <Button look="primary" icon="print" onClick={() => onPrint(chosen())}>
            Print
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}
