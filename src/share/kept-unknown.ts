import type { Calculator } from '../sizing/core/calculator.ts';
import type { Plan } from '../sizing/core/plan.ts';
import { encoded, wellFormed } from './link-text.ts';

/** Keys that belong to the link itself; no parameter may be called so. */
export const reservedKeys: readonly string[] = ['v', 'view', 'sel', 'base', 'title', 'end'];

/** Above this no real plan can lie, and reading would only waste the reader's time. */
export const longestLink = 200_000;

/** The same for its settings; a plan has some two hundred. */
export const mostSettings = 5_000;

/** Room for a plan's own settings in a link: more than six options with every field at its longest. */
const ownRoom = { characters: 50_000, settings: 1_000 };

/** What a key is of: an option by its letter, or the plan. */
export function keyParts(key: string): { readonly letter: string | undefined; readonly name: string } {
  const [, letter, name] = /^([A-F])\.(.+)/s.exec(key) ?? [];
  return { letter, name: name ?? key };
}

/**
 * The settings not known here that travel on with this plan. A setting of an option that is gone would bring the
 * option back, and one that is called like a known one, as a file may hold it, would make the link open with other
 * numbers than the page shows.
 */
export function keptUnknown(
  unknown: ReadonlyMap<string, string>,
  { options }: Pick<Plan, 'options'>,
  { params }: Calculator,
): ReadonlyMap<string, string> {
  const keysOf = (scope: 'shared' | 'option') => params.filter((p) => p.scope === scope).map((p) => p.key);
  const known = {
    shared: new Set([...reservedKeys, ...keysOf('shared')]),
    option: new Set(['name', ...keysOf('option')]),
  };
  const letters = new Set<string>(options.map((o) => o.letter));
  const isKept = (key: string) => {
    const { letter, name } = keyParts(key);
    return letter === undefined ? !known.shared.has(name) : letters.has(letter) && !known.option.has(name);
  };
  return new Map([...unknown].filter(([key]) => isKept(key)));
}

/** As much of it as a link has room for: a link that is too long to be opened would lose the whole plan. */
export function fittingLink(unknown: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fitting = new Map<string, string>();
  let room = longestLink - ownRoom.characters;
  const most = mostSettings - ownRoom.settings;
  for (const [key, text] of unknown) {
    const pair = [wellFormed(key), wellFormed(text)] as const;
    room -= encoded(pair[0]).length + encoded(pair[1]).length + 2;
    if (room < 0 || fitting.size === most) break;
    fitting.set(...pair);
  }
  return fitting;
}
