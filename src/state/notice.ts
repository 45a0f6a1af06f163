/** Something the user should know, standing until it is dismissed. */
export interface Notice {
  /** A newer notice with the same id replaces the older one. */
  readonly id: string;
  readonly tone: 'plain' | 'warn' | 'bad';
  readonly title: string;
  readonly lines: readonly string[];
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** A short word on what just happened, gone after a while: "Option D deleted." */
export interface Status {
  readonly text: string;
  /** Grows with each, so that the same words twice are still announced twice. */
  readonly serial: number;
  readonly action?: { readonly label: string; readonly run: () => void };
}
