import { useEffect, useEffectEvent, useState } from 'react';
import type { ExportContent, ExportDocument } from '../../sizing/core/export-document.ts';
import type { RenderedText } from './rendered-text.ts';

export type Rendering =
  /** `before` is the document's text before the edit that is being written. */
  | { readonly kind: 'loading'; readonly before: RenderedText | undefined }
  | { readonly kind: 'done'; readonly rendered: RenderedText }
  | { readonly kind: 'failed' };

interface Settled {
  readonly document: ExportDocument;
  /** Undefined when it could not be written. */
  readonly rendered: RenderedText | undefined;
}

/** The text of a document, once written. */
export function useRendered(
  document: ExportDocument | undefined,
  render: (content: ExportContent) => Promise<RenderedText>,
): Rendering {
  const [settled, setSettled] = useState<Settled | null>(null);
  const start = useEffectEvent(render);
  useEffect(() => {
    if (!document || document.content.kind === 'refused') return;
    let isWanted = true;
    const settle = (rendered: RenderedText | undefined) => {
      if (isWanted) setSettled({ document, rendered });
    };
    start(document.content).then(settle, () => settle(undefined));
    return () => {
      isWanted = false;
    };
  }, [document]);
  if (!settled || settled.document !== document)
    return {
      kind: 'loading',
      before: settled && settled.document.id === document?.id ? settled.rendered : undefined,
    };
  return settled.rendered ? { kind: 'done', rendered: settled.rendered } : { kind: 'failed' };
}
