/** Something a text cannot be read past. Never leaves this folder. */
export class DocumentFault extends Error {
  readonly offset: number;

  /** The message is the end of a sentence that starts with the place. */
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** A complaint about a place. */
export interface DocumentNote {
  readonly severity: 'error' | 'warning';
  readonly offset: number;
  readonly message: string;
}
