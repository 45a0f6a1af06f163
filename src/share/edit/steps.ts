import type { SettingMap, YamlValue } from '../../sizing/core/export-document.ts';
import { EditRefusal } from './edit-refusal.ts';
import type { Edit } from './splice.ts';

/** A value that cannot be put into the file safely; the user has to. */
export interface ByHand {
  readonly kind: 'by-hand';
  readonly label: string;
  readonly value: string;
  /** A sentence. */
  readonly reason: string;
  readonly offset: number | null;
}

/** What comes of one wanted value. */
export type Step = Edit | ByHand;

/** The steps of one wanted value; where they are refused, each value it holds is left to the user. */
export function orByHand(
  path: readonly string[],
  value: YamlValue | SettingMap,
  make: () => readonly Step[],
  label: string = path.join('/'),
): readonly Step[] {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof EditRefusal)) throw error;
    const { message: reason, offset } = error;
    return leafPaths([label], value).map(([own, leaf]) => ({
      kind: 'by-hand',
      label: own.join('/'),
      value: String(leaf),
      reason,
      offset,
    }));
  }
}

/** Every single value of a setting with its path. */
export function leafPaths(
  path: readonly string[],
  value: YamlValue | SettingMap,
): readonly (readonly [readonly string[], YamlValue])[] {
  if (typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths([...path, key], inner));
}
