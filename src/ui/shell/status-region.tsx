import { useEffect, useEffectEvent } from 'react';
import { Button } from './button.tsx';
import styles from './status-region.module.css';

export interface StatusMessage {
  /** Differs for each message, so that the same words twice are said twice. */
  readonly id: number;
  /** "Option D deleted." */
  readonly text: string;
  readonly action?: { readonly label: string; readonly onAct: () => void };
}

interface StatusRegionProps {
  readonly message: StatusMessage | null;
  /** After ten seconds with an action, four without, or when closed. */
  readonly onDone: () => void;
}

/** What just happened, said to a screen reader and shown for a while, with a way back where there is one. */
export function StatusRegion({ message, onDone }: StatusRegionProps) {
  const finish = useEffectEvent(onDone);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => finish(), message.action ? 10_000 : 4000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div className={styles.region}>
      <p role="status" className="visually-hidden">
        {message && <span key={message.id}>{message.text}</span>}
      </p>
      {message && (
        <div className={styles.toast}>
          <span aria-hidden="true">{message.text}</span>
          {message.action && (
            <Button
              size="small"
              onClick={() => {
                message.action?.onAct();
                onDone();
              }}
            >
              {message.action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
