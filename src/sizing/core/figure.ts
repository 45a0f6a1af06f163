/**
 * Figures as data. The page knows these kinds and no calculator; a missing kind is added here and in the page
 * once, for all calculators.
 */
import type { Cell, Explanation, Tone } from './explanation.ts';
import type { Letter } from './plan.ts';

/** One line of the ladder beside a hull: what the option carries in one condition. */
export interface LoadLine {
  readonly id: string;
  /** "all up", "−1 worker". */
  readonly label: string;
  /** One letter for narrow screens, explained in the figure's key. */
  readonly short: string;
  readonly value: number;
  /** The condition that must be survived: the ring sits here. */
  readonly isRing: boolean;
  readonly explain: Explanation;
}

/** One option in the gauge. */
export interface Hull {
  readonly letter: Letter;
  readonly isBaseline: boolean;
  /** Ordered from the highest to the lowest; the first is the hull's height. */
  readonly lines: readonly LoadLine[];
  /** Read aloud: "Option C, 9 VMs. All up 468. … VM lost 416, 16 spare." */
  readonly spoken: string;
}

/**
 * The load-line gauge. In mode `load` the line is what must be carried and a hull is capacity: above it is good.
 * In mode `limit` the line is what is allowed and each hull's first line is what may be used: below it is good.
 */
export interface LoadLineGauge {
  readonly kind: 'load-lines';
  readonly mode: 'load' | 'limit';
  readonly title: string;
  readonly subtitle: string;
  /** Explains the short letters on narrow screens. */
  readonly key: string;
  /** "Requests in progress". */
  readonly axisLabel: string;
  /** What stands left of the margins under the hulls: "With a VM lost". */
  readonly marginLabel: string;
  /** Null when the user gave no limit. */
  readonly line: { readonly label: string; readonly value: number; readonly explain: Explanation } | null;
  readonly hulls: readonly Hull[];
}

/** How a value stands against the gauge's line, in words and with a sign, so that colour never carries it alone. */
export function marginOf(
  mode: LoadLineGauge['mode'],
  value: number,
  line: number,
): { readonly amount: number; readonly word: 'spare' | 'short' | 'over' | 'exact'; readonly tone: Tone } {
  const amount = Math.abs(value - line);
  if (amount === 0) return { amount, word: 'exact', tone: 'good' };
  const isGood = mode === 'load' ? value > line : value < line;
  return {
    amount,
    word: isGood ? 'spare' : mode === 'load' ? 'short' : 'over',
    tone: isGood ? 'good' : 'bad',
  };
}

/** The comparison under the gauge: sections of rows, one cell an option. */
export interface ComparisonTable {
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly id: string;
      readonly label: string;
      readonly cells: Readonly<Partial<Record<Letter, Cell>>>;
    }[];
  }[];
}

export interface Axis {
  /** With the unit: "Engine workers per controller (log scale)". */
  readonly label: string;
  readonly scale: 'linear' | 'log2' | 'log10';
  readonly min: number;
  readonly max: number;
  readonly ticks?: readonly number[];
  /** How values are written on the axis, in the tooltip and in the table. */
  readonly format: 'number' | 'duration' | 'minutes' | 'percent';
  /** What stands in place of the numbers 0, 1, 2 …, where the axis lists things: "VM lost", "AZ lost". */
  readonly names?: readonly string[];
  /** What stands at the far end of each name's row, where there is room: "C 36 short". */
  readonly notes?: readonly { readonly text: string; readonly tone: Tone }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface SeriesBase {
  readonly id: string;
  readonly label: string;
  /** Gives colour, dash and end badge of an option. */
  readonly letter?: Letter;
}

export type Series =
  | (SeriesBase & { readonly shape: 'line' | 'step'; readonly data: readonly Point[] })
  | (SeriesBase & {
      readonly shape: 'band';
      readonly data: readonly { x: number; low: number; high: number }[];
    })
  /** Dots for clouds of candidates; with a letter, an option's own places, and badges over the rows of named axes. */
  | (SeriesBase & {
      readonly shape: 'dots';
      readonly marker: 'circle' | 'square' | 'triangle' | 'diamond';
      readonly filled: boolean;
      readonly data: readonly (Point & { readonly label?: string })[];
    });

/** A line or a band across the plot. */
export interface Mark {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly to?: number;
  readonly label: string;
  readonly detail?: string;
  readonly tone: 'load' | 'limit' | 'guide' | 'note';
  readonly isDashed?: boolean;
}

/** An option's place in the plot: its badge and a short text. */
export interface Place extends Point {
  readonly letter: Letter;
  readonly text?: string;
}

/** What a part of the plot means, written in its middle at a height. */
export interface AreaName {
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
  readonly text: string;
}

export interface XyChart {
  readonly kind: 'xy';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  readonly places: readonly Place[];
  readonly areas?: readonly AreaName[];
}

/** Several plots over one x-axis. */
export interface PanelChart {
  readonly kind: 'panels';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly panels: readonly XyChart[];
}

/** Groups of bars, one bar an option; bars start at zero. */
export interface BarChart {
  readonly kind: 'bars';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly valueLabel: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly letter: Letter;
    readonly name: string;
    readonly values: readonly number[];
  }[];
  readonly line?: { readonly label: string; readonly value: number };
}

export type Chart = XyChart | PanelChart | BarChart;

/** One of the guides' own tables, with the user's row marked and the options set against it. */
export interface ReferenceTable {
  readonly id: string;
  readonly title: string;
  /** What the options have to do with it, one sentence. */
  readonly caption: string;
  readonly rules: readonly string[];
  readonly columns: readonly {
    readonly label: string;
    readonly letter?: Letter;
    readonly isMarked?: boolean;
  }[];
  readonly rows: readonly {
    readonly cells: readonly { readonly text: string; readonly differs?: boolean }[];
    readonly isMarked?: boolean;
    /** Why it is marked or how it differs: "your controllers", "option C has one VM more". */
    readonly note?: string;
  }[];
}

/** A chart's twin: the same numbers as a table. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
