import { fuzzyMatch } from './fuzzy-match.ts';

/** Something the palette can do or go to. */
export interface Command {
  /** Stable while the page is open, so that it is known when it was used before. */
  readonly id: string;
  /** What it does, as a person would say it: "Duplicate option C". */
  readonly label: string;
  /** The heading it stands under while nothing is typed. */
  readonly group: string;
  /** What tells it from others of its name; sought as well. */
  readonly detail?: string;
  /** As a person presses it: "Ctrl Z". */
  readonly shortcut?: string;
  /** Where those keys work, when that is not everywhere: "on its column’s head". */
  readonly shortcutPlace?: string;
  readonly onRun: () => void;
}

export interface RankedCommand {
  readonly command: Command;
  /** Characters of the label that were typed. */
  readonly places: readonly number[];
  /** The heading it is shown under; empty while something is typed. */
  readonly group: string;
}

const recentGroup = 'Used just now';

/**
 * The commands to show, best first. With nothing typed: those used most recently, then all the others as given. With
 * something typed: those it fits, letters left out only where nothing has them all; among equals a recent one, then one that begins with it.
 */
export function rankedCommands(
  commands: readonly Command[],
  sought: string,
  recent: readonly string[],
): readonly RankedCommand[] {
  const rankOf = new Map(recent.map((id, rank) => [id, rank]));
  const rank = ({ id }: Command) => rankOf.get(id) ?? recent.length;
  if (sought.trim() === '') {
    const used = commands.filter((c) => rankOf.has(c.id)).sort((a, b) => rank(a) - rank(b));
    const others = commands.filter((c) => !rankOf.has(c.id));
    return [
      ...used.map((command) => ({ command, places: [], group: recentGroup })),
      ...others.map((command) => ({ command, places: [], group: command.group })),
    ];
  }
  const matches = commands.flatMap((command) => {
    const match = fuzzyMatch(sought, command.label, `${command.group} ${command.detail ?? ''}`);
    return match ? [{ command, match }] : [];
  });
  const whole = matches.filter(({ match }) => match.isWhole);
  return [...(whole.length > 0 ? whole : matches)]
    .sort(
      (a, b) =>
        b.match.score - a.match.score ||
        rank(a.command) - rank(b.command) ||
        (a.match.places[0] ?? 0) - (b.match.places[0] ?? 0),
    )
    .map(({ command, match }) => ({ command, places: match.places, group: '' }));
}
