import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { placeBeside } from './place-beside.ts';
import styles from './popover.module.css';

interface PopoverProps {
  /** What opened it; focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Names the popover for a screen reader. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A note beside its anchor, in the browser's top layer. Rendered only while open: a table has hundreds of
 * anchors. It goes into the anchor's dialog, if any, as everything outside a modal dialog is inert.
 */
export function Popover({ anchor, label, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  usePlacement(anchor, box);
  useDismissal(anchor, box, onClose);
  const host = anchor.current?.closest('dialog') ?? document.body;
  return createPortal(
    <div ref={box} popover="manual" role="dialog" aria-label={label} tabIndex={-1} className={styles.popover}>
      {children}
    </div>,
    host,
  );
}

function usePlacement(anchor: RefObject<HTMLElement | null>, box: RefObject<HTMLDivElement | null>) {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    const place = () => {
      if (!anchor.current) return;
      element.style.maxHeight = '';
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const viewport = {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      };
      const { left, top, maxHeight } = placeBeside(anchor.current.getBoundingClientRect(), size, viewport);
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      element.style.maxHeight = `${maxHeight}px`;
    };
    place();
    element.focus({ preventScroll: true });
    const follow = (event: Event) => {
      if (event.target instanceof Node && element.contains(event.target)) return;
      place();
    };
    addEventListener('scroll', follow, { capture: true, passive: true });
    addEventListener('resize', follow);
    return () => {
      removeEventListener('scroll', follow, { capture: true });
      removeEventListener('resize', follow);
    };
  }, [anchor, box]);
}

// The platform's own light dismiss closes on pointer down, so the click that follows on the anchor reopens it.
function useDismissal(
  anchor: RefObject<HTMLElement | null>,
  box: RefObject<HTMLDivElement | null>,
  onClose: () => void,
) {
  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && (box.current?.contains(target) || anchor.current?.contains(target));
    const onPointerDown = (event: PointerEvent) => {
      if (!isInside(event.target)) onClose();
    };
    const onFocusIn = (event: FocusEvent) => {
      if (!isInside(event.target)) onClose();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Or the dialog around it closes as well.
      event.preventDefault();
      event.stopPropagation();
      anchor.current?.focus();
      onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [anchor, box, onClose]);
}
