import { useMemo } from 'react';
import type { Calculator } from '../sizing/core/calculator.ts';
import { planOf } from '../sizing/core/preset.ts';
import { Button } from '../ui/shell/button.tsx';
import styles from './start-page.module.css';
import { startWords } from './start-words.ts';

interface StartPageProps {
  readonly calculators: readonly Calculator[];
  readonly onOpen: (id: string) => void;
}

/** What a first visitor sees: each calculator with the answer to its published example, worked out on the spot. */
export function StartPage({ calculators, onOpen }: StartPageProps) {
  return (
    <main id="result" className={styles.start} tabIndex={-1}>
      <title>Plimsoll</title>
      <h1>{startWords.title}</h1>
      <p className={styles.lead}>{startWords.lead}</p>
      <ul className={styles.cards}>
        {calculators.map((calculator) => (
          <StartCard key={calculator.id} calculator={calculator} onOpen={onOpen} />
        ))}
      </ul>
    </main>
  );
}

function StartCard({
  calculator,
  onOpen,
}: {
  readonly calculator: Calculator;
  readonly onOpen: (id: string) => void;
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
        <Button look="primary" onClick={() => onOpen(calculator.id)}>
          Start from my numbers
        </Button>
      </div>
    </li>
  );
}
