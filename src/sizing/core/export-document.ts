/** An artefact as data. Serialising is the page's business, so that the YAML library loads when it is needed. */

export type YamlValue = string | number | boolean;

/** One `replace` of a BOSH ops file. */
export interface OpsEntry {
  readonly path: string;
  readonly value: YamlValue;
  /** Stands above the entry. */
  readonly comment?: string;
}

/** One line of a flat settings file. */
export interface Setting {
  readonly key: string;
  readonly value: YamlValue;
  /** Stands behind the value. */
  readonly comment?: string;
}

export type YamlContent =
  | { readonly kind: 'ops'; readonly comments: readonly string[]; readonly entries: readonly OpsEntry[] }
  | { readonly kind: 'settings'; readonly comments: readonly string[]; readonly entries: readonly Setting[] };

export type ExportContent =
  | YamlContent
  | { readonly kind: 'text'; readonly language: 'shell' | 'markdown' | 'yaml'; readonly text: string }
  /** What changes from one file to the other, line by line. */
  | {
      readonly kind: 'changes';
      readonly before: YamlContent;
      readonly after: YamlContent;
      readonly identical: string;
    }
  /** Cannot be exported; the sentence says why. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface ExportDocument {
  readonly id: string;
  /** On the tab: "1 Puma on". */
  readonly label: string;
  readonly filename: string;
  readonly content: ExportContent;
}
