/** As many as the questions about an article have; more would cost memory where readers write anything. */
const MAX_CACHED_WORDS = 5_000;

/** Keeps what a slow function of a word returned, for `max` words: readers use the same ones again and again. */
export function cachedByWord<Value>(
  compute: (word: string) => Value,
  max = MAX_CACHED_WORDS,
): (word: string) => Value {
  const cache = new Map<string, { readonly value: Value }>();

  return (word) => {
    const known = cache.get(word);
    if (known) return known.value;

    if (cache.size >= max) cache.clear();
    const value = compute(word);
    cache.set(word, { value });
    return value;
  };
}
