import { Fragment } from 'react';

interface HighlightedTextProps {
  readonly text: string;
  /** Characters to mark, ascending. */
  readonly places: readonly number[];
}

/** A text with some of its letters marked; read aloud as the text alone. */
export function HighlightedText({ text, places }: HighlightedTextProps) {
  return runsOf(text, new Set(places)).map(({ at, run, isMarked }) =>
    isMarked ? <b key={at}>{run}</b> : <Fragment key={at}>{run}</Fragment>,
  );
}

function runsOf(text: string, marked: ReadonlySet<number>) {
  const runs: { readonly at: number; run: string; readonly isMarked: boolean }[] = [];
  for (const [at, letter] of [...text].entries()) {
    const last = runs.at(-1);
    if (last?.isMarked === marked.has(at)) last.run += letter;
    else runs.push({ at, run: letter, isMarked: marked.has(at) });
  }
  return runs;
}
