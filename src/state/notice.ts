/** Something the user should know, standing until it is dismissed. */
export interface Notice {
  /** A newer notice with the same id replaces the older one. */
  readonly id: string;
  readonly severity: 'note' | 'caution' | 'blocker';
  readonly title: string;
  readonly lines: readonly string[];
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
  /** A text it is about, to be saved as a file. */
  readonly file?: TextFile;
  /** Called when it is gone, whether waved away or answered. */
  readonly onDismissed?: () => void;
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A short word on what just happened, gone after a while: "Option D deleted." */
export interface Status {
  /** Differs for each, so that the same words twice are still said twice. */
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onAct: () => void };
}
