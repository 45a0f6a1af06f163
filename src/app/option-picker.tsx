import type { Letter, Option } from '../sizing/core/plan.ts';
import { OptionBadge } from '../ui/shell/badge.tsx';
import styles from './option-picker.module.css';

interface OptionPickerProps {
  readonly options: readonly Option[];
  readonly selected: Letter;
  readonly onSelect: (letter: Letter) => void;
}

/** Which option a study is about. */
export function OptionPicker({ options, selected, onSelect }: OptionPickerProps) {
  return (
    <fieldset className={styles.picker}>
      <legend>Option</legend>
      {options.map(({ letter, name }) => (
        <label key={letter} className={styles.option}>
          <input
            type="radio"
            name="option"
            className="visually-hidden"
            checked={letter === selected}
            onChange={() => onSelect(letter)}
          />
          <OptionBadge letter={letter} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
