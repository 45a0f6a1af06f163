import type { ReactNode } from 'react';
import styles from './number-box.module.css';

interface NumberBoxProps {
  /** What the input shows; its width keeps the suffix beside it. */
  readonly text: string;
  readonly suffix?: string | undefined;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
  readonly canStepDown: boolean;
  readonly canStepUp: boolean;
  readonly onStep: (steps: number) => void;
  /** The input. */
  readonly children: ReactNode;
}

/** The box around a number: a step button on either side. The keyboard has ↑ and ↓, so they are no tab stops. */
export function NumberBox(props: NumberBoxProps) {
  const { text, suffix, isDisabled, isInvalid, canStepDown, canStepUp, onStep, children } = props;
  return (
    <span
      className={styles.box}
      data-invalid={isInvalid || undefined}
      data-disabled={isDisabled || undefined}
    >
      <StepButton sign="−" isDisabled={isDisabled || !canStepDown} onPress={() => onStep(-1)} />
      <span
        className={styles.middle}
        onPointerUp={(event) => event.currentTarget.querySelector('input')?.focus()}
      >
        <span className={styles.sizer} data-text={text} data-suffixed={suffix === undefined ? undefined : ''}>
          {children}
        </span>
        {suffix !== undefined && (
          <span className={styles.suffix} aria-hidden="true">
            {suffix}
          </span>
        )}
      </span>
      <StepButton sign="+" isDisabled={isDisabled || !canStepUp} onPress={() => onStep(1)} />
    </span>
  );
}

interface StepButtonProps {
  readonly sign: '−' | '+';
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

function StepButton({ sign, isDisabled, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      className={styles.step}
      tabIndex={-1}
      aria-hidden="true"
      disabled={isDisabled}
      // Leaves the focus where it is: on a phone, focus would open the keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
