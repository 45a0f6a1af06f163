/** A file to take away, as text, and line by line with what a change takes out and puts in. */
export interface RenderedText {
  readonly text: string;
  readonly lines: readonly { readonly sign: ' ' | '+' | '-'; readonly text: string }[];
}
