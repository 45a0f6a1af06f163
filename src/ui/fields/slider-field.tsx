import type { AnyNumberParam, Slider } from '../../sizing/core/param.ts';
import { valueText } from './read-draft.ts';
import styles from './slider-field.module.css';
import { positionOf, valueAt } from './slider-scale.ts';
import { stepped, stepsOfKey } from './stepped.ts';

interface SliderFieldProps {
  readonly param: AnyNumberParam;
  readonly slider: Slider;
  readonly value: number | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (value: number) => void;
}

const resolution = 1000;

/** A coarse second way to set a number, with marks where a source names a value. */
export function SliderField({ param, slider, value = slider.min, isDisabled, onChange }: SliderFieldProps) {
  const position = positionOf(slider, value);
  return (
    <div className={styles.slider} style={{ '--at': position }}>
      <input
        type="range"
        min={0}
        max={resolution}
        step={1}
        value={Math.round(position * resolution)}
        disabled={isDisabled}
        aria-label={`${param.label}, ${param.unit}, slider`}
        aria-valuetext={`${valueText(value)} ${param.unit}`}
        onChange={(event) => onChange(valueAt(slider, param, Number(event.target.value) / resolution))}
        onKeyDown={(event) => {
          const steps = stepsOfKey(arrowAlongsideOf(event.key), event.shiftKey);
          if (steps === undefined) return;
          event.preventDefault();
          onChange(stepped({ step: param.step, range: [slider.min, slider.max] }, value, steps));
        }}
      />
      <div className={styles.marks} aria-hidden="true">
        {slider.marks.map((mark) => (
          <span key={mark.label} className={styles.mark} style={{ '--at': positionOf(slider, mark.at) }}>
            {mark.label}
          </span>
        ))}
      </div>
    </div>
  );
}

function arrowAlongsideOf(key: string): string {
  if (key === 'ArrowRight') return 'ArrowUp';
  return key === 'ArrowLeft' ? 'ArrowDown' : key;
}
