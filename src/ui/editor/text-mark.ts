/** A remark on a place of a text; lines and columns count from one. */
export interface TextMark {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}
