/** Figure kinds that only studies use. Like the others they are data, and the page knows no calculator. */
import type { Cell, Tone } from './explanation.ts';
import type { Fix } from './finding.ts';
import type { Letter } from './plan.ts';

/** A table to sort, page through and act on. */
export interface DataTable {
  readonly kind: 'table';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly DataRow[];
  readonly isSortable: boolean;
  /** Rows a page; all on one page when absent. */
  readonly pageSize?: number;
  /** Stands where there is no row. */
  readonly empty: string;
}

export interface DataRow {
  readonly id: string;
  /** The option the row is about, or that lies here. */
  readonly letter?: Letter;
  readonly cells: readonly Cell[];
  readonly isMarked?: boolean;
  readonly fix?: Fix;
}

/** Bars laid end to end, one row an option: who takes which part of a whole. */
export interface StackedBars {
  readonly kind: 'stacked-bars';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly valueLabel: string;
  readonly rows: readonly {
    readonly letter: Letter;
    readonly name: string;
    readonly parts: readonly { readonly id: string; readonly value: number }[];
  }[];
  /** In drawing order; each has a texture of its own, so that colour never carries it alone. */
  readonly parts: readonly { readonly id: string; readonly label: string }[];
  readonly limit?: { readonly label: string; readonly value: number };
}

/** Who works when: lanes over time. */
export interface GanttFigure {
  readonly kind: 'gantt';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly endSeconds: number;
  readonly lanes: readonly string[];
  readonly bars: readonly {
    readonly lane: number;
    readonly startSeconds: number;
    readonly endSeconds: number;
    readonly label: string;
    /** Same type, same pattern. */
    readonly type: string;
    readonly isCritical: boolean;
  }[];
  readonly busy: readonly { readonly atSeconds: number; readonly lanes: number }[];
}

/** What waits for what, in layers from left to right. */
export interface GraphFigure {
  readonly kind: 'graph';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly detail: string;
    readonly layer: number;
    readonly isCritical: boolean;
    /** How many things this node stands for, where they are grouped. */
    readonly count: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly isCritical: boolean;
    /** Written in the template, or added by the service on its own. */
    readonly isImplied: boolean;
  }[];
}

/** A system to scale: stages from left to right, hosts in groups, processes with their slots, all countable. */
export interface SystemFigure {
  readonly kind: 'system';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly letter: Letter;
  readonly stages: readonly SystemStage[];
  /** Between neighbouring stages, as many as there are gaps. */
  readonly links: readonly { readonly label: string; readonly tone: Tone }[];
}

export interface SystemStage {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Availability zones, or one group without a title. */
  readonly groups: readonly {
    readonly title: string;
    readonly isLost: boolean;
    readonly hosts: readonly SystemHost[];
  }[];
}

export interface SystemHost {
  readonly id: string;
  readonly title: string;
  readonly isLost: boolean;
  readonly parts: readonly {
    readonly label: string;
    readonly shape: 'process' | 'helper' | 'store';
    readonly count: number;
    /** Of each process; drawn as dots. */
    readonly slots: number;
    /** How many of them are lost or stalled. */
    readonly lost: number;
  }[];
}
