import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { IconName } from '../icons/icon.tsx';
import { placeBeside } from '../sources/place-beside.ts';
import { Button } from './button.tsx';
import { keyText } from './key-text.ts';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  /** As a person presses it: "Alt ←". */
  readonly shortcut?: string;
  readonly onSelect: () => void;
  readonly isDisabled?: boolean;
}

interface MenuProps {
  /** Names the button: "Actions for option C". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: IconName;
  /** Shows the label beside the icon. */
  readonly hasWords?: boolean;
  /** Leaves the words out again where the window is narrower than 1280 px. */
  readonly isIconWhenNarrow?: boolean;
}

/** A button with a menu of actions: ↑ and ↓ move, Enter acts, Esc closes. */
export function Menu({ label, items, icon = 'more', hasWords = false, isIconWhenNarrow = false }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  function close(isFocusKept: boolean) {
    setIsOpen(false);
    if (!isFocusKept) button.current?.focus();
  }

  return (
    <>
      <Button
        ref={button}
        icon={icon}
        look={hasWords ? 'plain' : 'quiet'}
        size={hasWords ? 'normal' : 'small'}
        isIconOnly={!hasWords}
        isIconWhenNarrow={isIconWhenNarrow}
        className={hasWords ? undefined : styles.button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {hasWords ? label : undefined}
      </Button>
      {isOpen && <MenuList id={id} label={label} items={items} button={button} onClose={close} />}
    </>
  );
}

interface MenuListProps extends Pick<MenuProps, 'label' | 'items'> {
  readonly id: string;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: (isFocusKept: boolean) => void;
}

function MenuList({ id, label, items, button, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useOpenBeside(button, list);

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const { target } = event;
      if (!(target instanceof Node)) return;
      if (!list.current?.contains(target) && !button.current?.contains(target)) onClose(true);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [button, onClose]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Tab') return onClose(true);
    const entries = enabledItems(list.current);
    const at = entries.findIndex((entry) => entry.matches(':focus'));
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Escape') onClose(false);
    else if (to !== undefined) entries[(to + entries.length) % entries.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={item.isDisabled}
          onClick={() => {
            onClose(false);
            item.onSelect();
          }}
        >
          <span>{item.label}</span>
          {item.shortcut && <kbd>{keyText(item.shortcut)}</kbd>}
        </button>
      ))}
    </div>
  );
}

function enabledItems(list: HTMLElement | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')] : [];
}

function useOpenBeside(button: RefObject<HTMLElement | null>, list: RefObject<HTMLDivElement | null>) {
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !button.current) return;
    element.showPopover();
    const anchor = button.current.getBoundingClientRect();
    const viewport = document.documentElement;
    const { left, top, maxHeight } = placeBeside(
      anchor,
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: viewport.clientWidth, height: viewport.clientHeight },
    );
    Object.assign(element.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
    enabledItems(element)[0]?.focus();
  }, [button, list]);
}
