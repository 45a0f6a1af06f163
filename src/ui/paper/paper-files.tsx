import { Fragment } from 'react';
import type { Letter } from '../../sizing/core/plan.ts';
import styles from './paper-files.module.css';

/** A file to take away, written out. */
export interface PaperFile {
  readonly id: string;
  /** As on its tab: "1 Puma on". */
  readonly label: string;
  readonly filename: string;
  /** `text` is printed; `refused` says why there is none; `elsewhere` is named only, being prose to save. */
  readonly content:
    | { readonly kind: 'text'; readonly text: string; readonly isDiff: boolean }
    | { readonly kind: 'refused'; readonly reason: string }
    | { readonly kind: 'elsewhere' };
}

interface PaperFilesProps {
  readonly letter: Letter;
  readonly files: readonly PaperFile[];
  /** Printed in full elsewhere; where a file repeats it, one line of it will do. */
  readonly link: string;
}

/** The files as they are deployed, whole, in two columns. */
export function PaperFiles({ letter, files, link }: PaperFilesProps) {
  const elsewhere = files.filter((f) => f.content.kind === 'elsewhere');
  const hasLink = files.some((f) => f.content.kind === 'text' && f.content.text.includes(link));
  return (
    <section>
      <header className={styles.header}>
        <h2>Files for option {letter}</h2>
        {hasLink && <p>Comments show the beginning of the address; page 1 has all of it.</p>}
        {elsewhere.length > 0 && (
          <p>
            To save from the page, not printed:{' '}
            {elsewhere.map((f) => `${f.label} (${f.filename})`).join(', ')}.
          </p>
        )}
      </header>
      <div className={styles.columns}>
        {files.map(
          (file) =>
            file.content.kind !== 'elsewhere' && (
              <section key={file.id} className={styles.file}>
                <h3>
                  {file.label} <span className={styles.filename}>{file.filename}</span>
                </h3>
                {file.content.kind === 'refused' ? (
                  <p>{file.content.reason}</p>
                ) : (
                  <FileText text={file.content.text} isDiff={file.content.isDiff} link={link} />
                )}
              </section>
            ),
        )}
      </div>
    </section>
  );
}

interface FileTextProps {
  readonly text: string;
  readonly isDiff: boolean;
  readonly link: string;
}

function FileText({ text, isDiff, link }: FileTextProps) {
  return (
    <pre className={styles.text}>
      {text
        .replace(/\n$/, '')
        .split('\n')
        .map((line, index) => {
          const isLink = line.includes(link);
          return (
            <span
              // Lines have no identity but their number.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
              key={index}
              className={styles.line}
              data-link={isLink ? '' : undefined}
              data-sign={isDiff && /^[+-]/.test(line) ? line[0] : undefined}
            >
              {isLink ? line : breakable(line)}
              {'\n'}
            </span>
          );
        })}
    </pre>
  );
}

/** Lets long paths break behind their slashes. */
function breakable(line: string) {
  return line.split(/(?<=\/)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
