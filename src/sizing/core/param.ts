/**
 * A parameter is declared once; the input's type, form field, schema, link key and table row derive from it.
 *
 * A `range` is where the model is defined and is refused at every door. Advice ("not more than 20") is a rule:
 * accepted, computed, and complained about with its source.
 */

/** What a parameter can hold in a plan. `null` is "not given", `'auto'` is "follow the rule". */
export type Value = number | boolean | string | null;

export type Scope = 'shared' | 'option';

interface ParamBase {
  /** Key in links and files: short, stable, never reused. */
  readonly key: string;
  /** `shared`: one value for all options of a plan; `option`: one for each. */
  readonly scope: Scope;
  /** Id of the form group it stands in. */
  readonly group: string;
  /** Id of the study whose form it stands in; absent for the Size view's form. */
  readonly view?: string;
  readonly label: string;
  /** Visible hint under the field, unless the calculator computes a better one. */
  readonly help?: string;
  /** Ids of the rules cited beside the field. */
  readonly rules?: readonly string[];
}

interface NumberBase extends ParamBase {
  /** Unit as a word in the plural ("threads"), part of the field's accessible name. */
  readonly unit: string;
  /** Unit as shown inside the box, where it helps ("GiB"). */
  readonly suffix?: string;
  readonly whole: boolean;
  readonly range: readonly [min: number, max: number];
  readonly step: number;
  readonly slider?: Slider;
}

export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

export interface NumberParam extends NumberBase {
  readonly kind: 'number';
  readonly default: number;
}

/** Follows a rule of the calculator until the user sets it; stored as `'auto'`, never as the number. */
export interface AutoNumberParam extends NumberBase {
  readonly kind: 'auto-number';
  readonly default: number | 'auto';
}

/** A number that may be left empty; `empty` says what then happens. */
export interface OptionalNumberParam extends NumberBase {
  readonly kind: 'optional-number';
  readonly default: number | null;
  readonly empty: string;
}

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

export interface ChoiceParam<V extends string = string> extends ParamBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice<V>[];
  readonly default: NoInfer<V>;
  /** `segments` for two to four short words, `radios` for sentences, `list` for many. */
  readonly display: 'segments' | 'radios' | 'list';
}

export interface FlagParam extends ParamBase {
  readonly kind: 'flag';
  readonly default: boolean;
}

export interface TextParam extends ParamBase {
  readonly kind: 'text';
  readonly default: string;
  readonly maxLength: number;
  /** What the text must match, and how to say so. */
  readonly pattern: RegExp;
  readonly accepts: string;
}

export type Param = NumberParam | AutoNumberParam | OptionalNumberParam | ChoiceParam | FlagParam | TextParam;
export type AnyNumberParam = NumberParam | AutoNumberParam | OptionalNumberParam;
export type Params = Readonly<Record<string, Param>>;

type ValueOf<P> = P extends NumberParam
  ? number
  : P extends AutoNumberParam
    ? number | 'auto'
    : P extends OptionalNumberParam
      ? number | null
      : P extends ChoiceParam<infer V>
        ? V
        : P extends FlagParam
          ? boolean
          : string;

/** Names of the parameters that follow a rule until set. */
export type AutoName<P extends Params> = {
  [K in keyof P & string]: P[K] extends AutoNumberParam ? K : never;
}[keyof P & string];

/** Inputs as the user chose them: an auto-number is `'auto'` or a number. */
export type Chosen<P extends Params> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** Inputs to compute with: every auto-number is a number. */
export type Resolved<P extends Params> = { readonly [K in keyof P]: Exclude<ValueOf<P[K]>, 'auto'> };

type Without<P, D extends keyof P> = Omit<P, 'kind' | D> & Partial<Pick<P, D>>;

/** A whole number, stepped by one unless told. */
export function count(param: Without<NumberParam, 'whole' | 'step'>): NumberParam {
  return { kind: 'number', whole: true, step: 1, ...param };
}

/** A number with decimals. */
export function quantity(param: Without<NumberParam, 'whole'>): NumberParam {
  return { kind: 'number', whole: false, ...param };
}

/** A whole number that follows a rule until the user sets it. */
export function autoCount(param: Without<AutoNumberParam, 'whole' | 'step' | 'default'>): AutoNumberParam {
  return { kind: 'auto-number', whole: true, step: 1, default: 'auto', ...param };
}

/** A whole number that may be left empty. */
export function optionalCount(
  param: Without<OptionalNumberParam, 'whole' | 'step' | 'default'>,
): OptionalNumberParam {
  return { kind: 'optional-number', whole: true, step: 1, default: null, ...param };
}

/** A number with decimals that may be left empty. */
export function optionalQuantity(
  param: Without<OptionalNumberParam, 'whole' | 'default'>,
): OptionalNumberParam {
  return { kind: 'optional-number', whole: false, default: null, ...param };
}

/** One of a few named values. */
export function choice<const V extends string>(param: Omit<ChoiceParam<V>, 'kind'>): ChoiceParam<V> {
  return { kind: 'choice', ...param };
}

export function flag(param: Omit<FlagParam, 'kind'>): FlagParam {
  return { kind: 'flag', ...param };
}

/** A short line of text that ends up in an exported file. */
export function text(param: Omit<TextParam, 'kind'>): TextParam {
  return { kind: 'text', ...param };
}
