/** What a command may do to the outside; tests put their own in its place. */
export interface Terminal {
  /** Rejects with the system's error where the file cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** To standard output: what was asked for. */
  readonly write: (text: string) => void;
  /** To standard error: remarks and faults. */
  readonly remark: (text: string) => void;
  readonly hasColour: boolean;
  /** Width of running text, in characters. */
  readonly columns: number;
  /** Of the package. */
  readonly version: string;
}

/** 0: done. 1: the answer is no. 2: the call cannot be carried out. */
export type ExitCode = 0 | 1 | 2;
