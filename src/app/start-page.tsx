import { useMemo } from 'react';
import { type Calculator, planOf } from '../sizing/core/calculator.ts';
import type { Workspace } from '../state/workspace.ts';
import { Button } from '../ui/shell/button.tsx';
import styles from './start-page.module.css';

/** What a first visitor sees: each calculator with the answer to its published example, worked out on the spot. */
export function StartPage({ workspace }: { readonly workspace: Workspace }) {
  return (
    <main id="result" className={styles.start} tabIndex={-1}>
      <title>Plimsoll</title>
      <h1>How much does it carry, and what happens when something fails?</h1>
      <p className={styles.lead}>
        Plimsoll sizes two services from their published guides. It runs in this browser only: nothing you
        enter is sent anywhere, and every number says where it comes from.
      </p>
      <ul className={styles.cards}>
        {workspace.calculators.map((calculator) => (
          <StartCard key={calculator.id} calculator={calculator} workspace={workspace} />
        ))}
      </ul>
    </main>
  );
}

function StartCard({
  calculator,
  workspace,
}: {
  readonly calculator: Calculator;
  readonly workspace: Workspace;
}) {
  const example = useMemo(() => {
    const [preset] = calculator.presets;
    if (!preset) return undefined;
    const { plan, selected } = planOf(calculator, preset);
    return calculator.evaluate(plan, selected).result?.verdict;
  }, [calculator]);
  return (
    <li className={styles.card}>
      <h2>{calculator.title}</h2>
      <p className={styles.question}>{calculator.question}</p>
      {example && (
        <div className={styles.example}>
          <p className={styles.label}>Example</p>
          <p className={styles.headline}>{example.headline}</p>
          <dl>
            {example.keyFigures.map(({ label, cell }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {cell.text} {cell.unit}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <div className={styles.actions}>
        <Button look="primary" onClick={() => workspace.go(calculator.id)}>
          Start from my numbers
        </Button>
      </div>
    </li>
  );
}
