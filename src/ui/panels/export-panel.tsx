import { useRef, useState } from 'react';
import type { ExportContent, ExportDocument, FileContent } from '../../sizing/core/export-document.ts';
import { useNear } from '../figures/use-near.ts';
import { Button } from '../shell/button.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { CodeView } from './code-view.tsx';
import styles from './export-panel.module.css';
import { Panel } from './panel.tsx';
import type { RenderedText } from './rendered-text.ts';
import { saveText } from './save-text.ts';
import { type Rendering, useRendered } from './use-rendered.ts';

/** A document that holds values of a file, and no text about them. */
export interface FileDocument extends ExportDocument {
  readonly content: FileContent;
}

interface ExportPanelProps {
  readonly title: string;
  readonly documents: readonly ExportDocument[];
  /** Writes a document's text; the YAML library loads for it. Must give the same text for the same content. */
  readonly render: (content: ExportContent) => Promise<RenderedText>;
  /** After a copy; the label says of what. */
  readonly onCopied: (label: string) => void;
  /** Puts the document's values into a file of the user's own. */
  readonly onEdit?: (document: FileDocument) => void;
}

/** The files to take away, each on its tab, to read, copy and save. */
export function ExportPanel({ title, documents, render, onCopied, onEdit }: ExportPanelProps) {
  const [wanted, setWanted] = useState('');
  const [isCopyRefused, setIsCopyRefused] = useState(false);
  const shown = documents.find((document) => document.id === wanted) ?? documents[0];
  const panel = useRef<HTMLElement>(null);
  // Far below on a phone, where writing and colouring a file takes the page a tenth of a second.
  const isNear = useNear(panel);
  const rendering = useRendered(isNear ? shown : undefined, render);
  if (!shown)
    return (
      <Panel ref={panel} title={title}>
        <p className={styles.message}>There is nothing to export until the option can be sized.</p>
      </Panel>
    );
  const text =
    rendering.kind === 'done' && shown.content.kind !== 'refused' ? rendering.rendered.text : undefined;

  function copy(document: ExportDocument, copied: string) {
    navigator.clipboard.writeText(copied).then(
      () => {
        setIsCopyRefused(false);
        onCopied(document.label);
      },
      () => setIsCopyRefused(true),
    );
  }

  return (
    <Panel
      ref={panel}
      title={title}
      aside={
        <>
          <Button
            size="small"
            icon="copy"
            disabled={text === undefined}
            onClick={() => text !== undefined && copy(shown, text)}
          >
            Copy
          </Button>
          <Button
            size="small"
            icon="save"
            disabled={text === undefined}
            onClick={() => text !== undefined && saveText(shown.filename, text)}
          >
            Save
          </Button>
        </>
      }
    >
      <Tabs label={title} tabs={documents} current={shown.id} onSelect={setWanted}>
        {isCopyRefused && (
          <p role="alert" className={styles.message}>
            The browser refused the clipboard. Select the text below, or save the file.
          </p>
        )}
        <ExportBody document={shown} rendering={rendering} />
        {onEdit && isFile(shown) && (
          <div className={styles.edit}>
            <Button size="small" look="quiet" icon="edit" onClick={() => onEdit(shown)}>
              Edit my own file…
            </Button>
          </div>
        )}
      </Tabs>
    </Panel>
  );
}

function isFile(document: ExportDocument): document is FileDocument {
  const { kind } = document.content;
  return kind === 'ops' || kind === 'settings' || kind === 'ini';
}

interface ExportBodyProps {
  readonly document: ExportDocument;
  readonly rendering: Rendering;
}

function ExportBody({ document, rendering }: ExportBodyProps) {
  if (document.content.kind === 'refused')
    return <p className={`${styles.message} ${styles.refused}`}>{document.content.reason}</p>;
  switch (rendering.kind) {
    case 'loading':
      return rendering.before ? (
        <div className={styles.before} aria-busy="true">
          <CodeView label={document.filename} rendered={rendering.before} />
        </div>
      ) : (
        <p className={styles.message}>Writing {document.filename}</p>
      );
    case 'failed':
      return (
        <p className={`${styles.message} ${styles.refused}`}>
          {document.filename} could not be written. Check the connection and reload the page; your inputs are
          kept.
        </p>
      );
    case 'done':
      return <CodeView label={document.filename} rendered={rendering.rendered} />;
  }
}
