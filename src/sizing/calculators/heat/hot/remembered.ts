/**
 * Makes something of an object once and remembers it for as long as the object lives. For what depends on nothing
 * else: a view plays one template a dozen times, and the plan is the same each time.
 */
export function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) {
      return found;
    }
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
