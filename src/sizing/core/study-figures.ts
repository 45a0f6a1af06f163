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

/**
 * Systems side by side to one scale, one an option: the places that work passes through, and every host, process and
 * slot there, to be counted. Places are named once, for all options.
 */
export interface SystemFigure {
  readonly kind: 'system';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** From where work comes in to where it ends. */
  readonly places: readonly SystemPlace[];
  readonly systems: readonly System[];
}

export interface SystemPlace {
  readonly id: string;
  /** Hosts stand here, or something passes from the place before to the next. */
  readonly kind: 'hosts' | 'flow';
  /** "API VMs in z1", "Database connections at most, 800 free". */
  readonly title: string;
  /** The place is lost in every option, with all that stands there. */
  readonly isLost: boolean;
}

export interface System {
  readonly letter: Letter;
  readonly name: string;
  /** Its make in short: "9 × 4 × 13 threads". */
  readonly detail: string;
  readonly isSelected: boolean;
  /** What is at each of the figure's places, in their order. */
  readonly cells: readonly SystemCell[];
}

export interface SystemCell {
  /** "364"; may be empty where hosts stand. */
  readonly value: string;
  /** "36 short". */
  readonly note: string;
  readonly tone: Tone;
  /** None where something flows. */
  readonly hosts: readonly SystemHosts[];
}

/** Alike hosts, in the order in which they are drawn. */
export interface SystemHosts {
  /** One of them: "API VM". */
  readonly title: string;
  readonly count: number;
  readonly isLost: boolean;
  /** Of each. */
  readonly parts: readonly SystemPart[];
}

export type SystemPart =
  /** Processes, a dot for each of a process's slots; the last `lost` of them do not work. */
  | {
      readonly shape: 'process';
      readonly label: string;
      readonly count: number;
      readonly slots: number;
      /** "thread". */
      readonly slotLabel: string;
      readonly lost: number;
    }
  /** Processes that are only counted. */
  | { readonly shape: 'helper'; readonly label: string; readonly count: number }
  /** What comes in, a dot each, as large as a slot's; the last `short` find none. */
  | { readonly shape: 'demand'; readonly label: string; readonly count: number; readonly short: number }
  /** Filled to what may be used; null where no limit is known. */
  | {
      readonly shape: 'store';
      readonly label: string;
      readonly used: number;
      readonly limit: number | null;
    };
