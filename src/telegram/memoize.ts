/** Makes what follows from a thing when it is first asked for, and keeps it as long as the thing. */
export function memoize<Thing extends object, Value extends object | string>(
  make: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const made = new WeakMap<Thing, Value>();
  return (thing) => {
    const known = made.get(thing);
    if (known !== undefined) return known;
    const value = make(thing);
    made.set(thing, value);
    return value;
  };
}
