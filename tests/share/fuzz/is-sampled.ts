/** One case in `every`, the same ones each time. */
export function isSampled(text: string, every: number): boolean {
  let hash = 0;
  for (let at = 0; at < Math.min(text.length, 500); at += 1) hash = (hash * 31 + text.charCodeAt(at)) >>> 0;
  return hash % every === 0;
}
