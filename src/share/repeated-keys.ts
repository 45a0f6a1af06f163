/**
 * Keys that stand more than once in the same object of a JSON text, each once. `JSON.parse` takes the last one without
 * a word. The text is known to be JSON; it may hold strings of megabytes, which no regular expression gets through.
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated = new Set<string>();
  /** The keys so far of every open object; a list has none. */
  const open: Set<string>[] = [];
  const colon = /\s*:/y;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(json, at);
      colon.lastIndex = end;
      if (colon.test(json)) {
        const key = String(JSON.parse(json.slice(at, end)));
        const keys = open.at(-1);
        if (keys?.has(key)) repeated.add(key);
        keys?.add(key);
      }
      at = end - 1;
    }
  }
  return [...repeated];
}

/** Where the string that opens at `start` has been closed. */
function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at > 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json.charAt(at - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return json.length;
}
