/**
 * `now` with every part that equals the same part of `before` replaced by that part, and `before` itself where all of
 * it does. What is drawn from parts that did not change is then not drawn again. For plain data: arrays and records of
 * values; anything else counts as equal only to itself.
 */
export function keptParts<T>(before: unknown, now: T): T {
  // What is put together here has the shape of `now`, part by part, which a walk over unknown data cannot say.
  return kept(before, now) as T;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(now)) {
    if (!Array.isArray(before)) return now;
    const parts = now.map((part: unknown, index) => kept(before[index], part));
    const isSame =
      before.length === parts.length && parts.every((part, index) => Object.is(part, before[index]));
    return isSame ? before : parts;
  }
  if (!isRecord(now) || !isRecord(before)) return now;
  const names = Object.keys(now);
  const parts: Record<string, unknown> = {};
  let isSame = Object.keys(before).length === names.length;
  for (const name of names) {
    const part = kept(before[name], now[name]);
    parts[name] = part;
    if (isSame && !(name in before && Object.is(part, before[name]))) isSame = false;
  }
  return isSame ? before : parts;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
