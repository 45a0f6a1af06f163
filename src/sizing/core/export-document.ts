/** An artefact as data. Serialising is the page's business, so that the YAML library loads when it is needed. */

export type YamlValue = string | number | boolean;

/** One `replace` of a BOSH ops file. */
export interface OpsEntry {
  readonly path: string;
  readonly value: YamlValue;
  /** Stands above the entry. */
  readonly comment?: string;
}

/** Settings within a setting: the sections of an override, each with its options. */
export type SettingMap = { readonly [key: string]: YamlValue | SettingMap };

/** One entry of a settings file. */
export interface Setting {
  readonly key: string;
  readonly value: YamlValue | SettingMap;
  /** Stands behind the value. */
  readonly comment?: string;
}

export type YamlContent =
  | { readonly kind: 'ops'; readonly comments: readonly string[]; readonly entries: readonly OpsEntry[] }
  | { readonly kind: 'settings'; readonly comments: readonly string[]; readonly entries: readonly Setting[] };

export interface IniSection {
  readonly name: string;
  /** A comment stands above its option: behind the value it would be part of it. */
  readonly entries: readonly { readonly key: string; readonly value: YamlValue; readonly comment?: string }[];
}

/** Options in sections, as oslo.config reads them. */
export interface IniContent {
  readonly kind: 'ini';
  readonly comments: readonly string[];
  readonly sections: readonly IniSection[];
}

export type FileContent = YamlContent | IniContent;

export type ExportContent =
  | FileContent
  | { readonly kind: 'text'; readonly language: 'shell' | 'markdown' | 'yaml'; readonly text: string }
  /** What changes from one file to the other, line by line. */
  | {
      readonly kind: 'changes';
      readonly before: FileContent;
      readonly after: FileContent;
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
