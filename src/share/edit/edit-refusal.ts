/** Why a file, or one value in it, is left as it is. Never leaves `edit-in-place.ts`. */
export class EditRefusal extends Error {
  /** Where the trouble is; null where it is in no one place. */
  readonly offset: number | null;

  constructor(message: string, offset: number | null = null) {
    super(message);
    this.offset = offset;
  }
}
