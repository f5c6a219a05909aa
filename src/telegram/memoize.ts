/** Computes the value of an object once, and keeps it as long as the object lives. */
export function memoize<Thing extends object, Value extends object | string>(
  compute: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const values = new WeakMap<Thing, Value>();
  return (thing) => {
    const known = values.get(thing);
    if (known !== undefined) return known;
    const value = compute(thing);
    values.set(thing, value);
    return value;
  };
}
