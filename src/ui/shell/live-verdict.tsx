import { useEffect, useState } from 'react';

const settleMs = 700;

/**
 * Says the verdict to a screen reader once changes have settled, and only when its words changed. A modal sheet needs
 * one of its own, as what lies behind it is not read.
 */
export function LiveVerdict({ spoken }: { readonly spoken: string }) {
  const [initial] = useState(spoken);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(
      () => setSaid((before) => (before === '' && spoken === initial ? '' : spoken)),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [spoken, initial]);
  return (
    <p className="visually-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </p>
  );
}
