/** Returns what `known` has under `key`, made and kept if there is nothing. Past `most` entries it begins anew: the common ones soon return. */
export function remembered<K, V>(known: Map<K, V>, most: number, key: K, make: () => V): V {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  if (known.size >= most) known.clear();
  known.set(key, made);
  return made;
}
