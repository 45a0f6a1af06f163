import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import styles from './command-palette.module.css';
import { Dialog } from './dialog.tsx';
import { HighlightedText } from './highlighted-text.tsx';
import { keyText } from './key-text.ts';
import { type Command, type RankedCommand, rankedCommands } from './ranked-commands.ts';

interface CommandPaletteProps {
  readonly commands: readonly Command[];
  /** Ids of those used before, the latest first. */
  readonly recent: readonly string[];
  readonly onClose: () => void;
  /** The dialog is closed by then and the focus is back where it was. */
  readonly onChoose: (command: Command) => void;
}

const pageOfRows = 8;

/** Every action by name: type a part of it, ↑ and ↓ move, Enter acts, Esc goes back to where one was. */
export function CommandPalette({ commands, recent, onClose, onChoose }: CommandPaletteProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => rankedCommands(commands, sought, recent), [commands, sought, recent]);
  const active = Math.min(at, found.length - 1);
  const idOf = (index: number) => `${id}-${index}`;

  useEffect(() => {
    // By what was found as well: another list under the same place begins at its top again.
    const row = found.length > 0 && list.current?.querySelector(`[data-row="${active}"]`);
    if (row) row.scrollIntoView({ block: 'nearest' });
  }, [found, active]);

  function choose(from: Element, { command }: RankedCommand): void {
    // Closed first: what the command moves the focus to must not be taken back by the closing dialog.
    from.closest('dialog')?.close();
    onChoose(command);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      event.currentTarget.closest('dialog')?.close();
      return;
    }
    if (found.length === 0) return;
    const chosen = found[active];
    const to = {
      ArrowDown: (active + 1) % found.length,
      ArrowUp: (active - 1 + found.length) % found.length,
      PageDown: Math.min(active + pageOfRows, found.length - 1),
      PageUp: Math.max(active - pageOfRows, 0),
    }[event.key];
    if (event.key === 'Enter' && chosen) choose(event.currentTarget, chosen);
    else if (to !== undefined) setAt(to);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog
      title="Commands"
      isOpen
      onClose={onClose}
      tools={
        <input
          type="text"
          role="combobox"
          className={styles.input}
          aria-label="Command, field or rule"
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? id : undefined}
          aria-activedescendant={found.length > 0 ? idOf(active) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      }
    >
      <p role="status" className={found.length > 0 ? 'visually-hidden' : styles.none}>
        {found.length > 0
          ? `${found.length} ${found.length === 1 ? 'command' : 'commands'}`
          : `No command has “${sought.trim()}”. Try fewer letters, or a part of a field’s name.`}
      </p>
      {found.length > 0 && (
        <div ref={list} id={id} role="listbox" aria-label="Commands" className={styles.list}>
          {groupsOf(found).map(({ group, rows }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a list's options.
            <div key={group} role="group" aria-label={group === '' ? 'Found' : group}>
              {group !== '' && (
                <div className={styles.group} aria-hidden="true">
                  {group}
                </div>
              )}
              {rows.map(({ row, index }) => (
                <CommandRow
                  key={row.command.id}
                  id={idOf(index)}
                  index={index}
                  row={row}
                  isActive={index === active}
                  onChoose={choose}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </Dialog>
  );
}

interface CommandRowProps {
  readonly id: string;
  readonly index: number;
  readonly row: RankedCommand;
  readonly isActive: boolean;
  readonly onChoose: (from: Element, row: RankedCommand) => void;
}

function CommandRow({ id, index, row, isActive, onChoose }: CommandRowProps) {
  const { command, places } = row;
  const { label, detail, shortcut, shortcutPlace } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the text field has the focus and takes the keys.
    <div
      id={id}
      role="option"
      data-row={index}
      aria-selected={isActive}
      className={styles.row}
      onClick={(event) => onChoose(event.currentTarget, row)}
    >
      <span className={styles.label}>
        <HighlightedText text={label} places={places} />
      </span>{' '}
      {detail && <span className={styles.detail}>{detail}</span>}{' '}
      {shortcut && (
        <span className={styles.keys}>
          <kbd>{keyText(shortcut)}</kbd> {shortcutPlace}
        </span>
      )}
    </div>
  );
}

/** Neighbours under the same heading, each with its place in the whole list. */
function groupsOf(found: readonly RankedCommand[]) {
  const groups: { readonly group: string; readonly rows: { row: RankedCommand; index: number }[] }[] = [];
  for (const [index, row] of found.entries()) {
    const last = groups.at(-1);
    if (last?.group === row.group) last.rows.push({ row, index });
    else groups.push({ group: row.group, rows: [{ row, index }] });
  }
  return groups;
}
