/** Brings a plan's raw inputs from one version to the next; see the calculator's `migrations.ts`. */
export type Migration = (raw: RawPlan) => RawPlan;

/** A plan as found in a link or file: short keys and values as text, as links write them; nothing checked yet. */
export interface RawPlan {
  readonly shared: ReadonlyMap<string, string>;
  readonly options: readonly {
    readonly letter: string;
    readonly name: string;
    readonly inputs: ReadonlyMap<string, string>;
  }[];
}
