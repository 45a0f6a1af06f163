import type { MissingParameter } from './read-parameters.ts';
import type { TemplateProblem } from './template-problem.ts';

/** Why one resource waits for another; `plugin` stands for what Heat adds by itself. */
export type EdgeReason = 'depends_on' | 'properties' | 'metadata' | 'plugin';

/** `from` waits for `to`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly reasons: readonly EdgeReason[];
  /** Where it is written; for a plugin's edge, the waiting resource. */
  readonly line: number;
}

export interface GraphResource {
  readonly name: string;
  readonly type: string;
  readonly line: number;
  /** Heat reads it and creates nothing. */
  readonly isExternal: boolean;
  /** The stack inside; null for a resource of its own and where the nested template was not given. */
  readonly nested: StackGraph | null;
  /** The nested template that was not given; the resource then counts as one. Null for all others. */
  readonly missingFile: string | null;
}

/** Levels count from the resources that wait for nothing. All are 0 and empty for an empty stack. */
export interface GraphShape {
  /** Resources on the longest path. */
  readonly depth: number;
  /** Resources per level. */
  readonly widths: readonly number[];
  /** Resources that wait for nothing; convergence starts one of them a second. */
  readonly leaves: number;
}

/** One stack as Heat would create it. Its edges hold no circle. */
export interface StackGraph {
  readonly version: string;
  readonly resources: readonly GraphResource[];
  readonly edges: readonly GraphEdge[];
  readonly disabledByCondition: readonly string[];
  readonly conditions: readonly { readonly name: string; readonly value: boolean }[];
  /** Parameters a placeholder stands for. In a nested stack these are values known only at run time. */
  readonly missingParameters: readonly MissingParameter[];
  readonly shape: GraphShape;
}

export type TemplateReading =
  | {
      readonly ok: true;
      readonly graph: StackGraph;
      readonly notes: readonly TemplateProblem[];
      /** Parameters that were given a value and that the template does not have. */
      readonly unknownParameters: readonly string[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly TemplateProblem[];
      readonly notes: readonly TemplateProblem[];
    };
