/**
 * Keys that stand more than once in the same object of a JSON text, each once. `JSON.parse` takes the last one without
 * a word. The text is known to be JSON.
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated = new Set<string>();
  /** The keys so far of every open object; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  // A string with its colon, if it is a key, or a bracket; whatever else stands between them is of no concern.
  for (const [token, text, colon] of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (text !== undefined && colon !== undefined) {
      const keys = open.at(-1);
      const key = String(JSON.parse(text));
      if (keys?.has(key)) repeated.add(key);
      keys?.add(key);
    }
  }
  return [...repeated];
}
