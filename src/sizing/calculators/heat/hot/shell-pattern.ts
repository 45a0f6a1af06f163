/** `*` and `?` of a shell pattern; takes no more steps than the lengths multiplied. */
export function matchesShellPattern(text: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let from = 0;
  while (at < text.length) {
    if (pattern[place] === '*') {
      star = place;
      from = at;
      place += 1;
    } else if (pattern[place] === '?' || pattern[place] === text[at]) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      from += 1;
      at = from;
      place = star + 1;
    } else {
      return false;
    }
  }
  return [...pattern.slice(place)].every((character) => character === '*');
}
