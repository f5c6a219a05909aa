import type { Report } from "./diagnostic.ts";

/** Gives out ids that stay apart: an editor's own, told where it is used twice, or one that is made up. */
export function idTaker(of: string, report: Report) {
  const lines = new Map<string, number>();
  /** The number that a made-up name was last given. */
  const counts = new Map<string, number>();

  return (id: string | undefined, madeUp: string, line: number): string => {
    const earlier = id === undefined ? undefined : lines.get(id);
    if (earlier !== undefined) {
      const message = `${of} id \`${id}\` is used in line ${earlier} already: give this one its own`;
      report(line, message);
    }
    const taken = id ?? firstFree(madeUp);
    lines.set(taken, line);
    return taken;
  };

  /** `waiting`, or `waiting-2` where that is taken. */
  function firstFree(name: string): string {
    if (!lines.has(name)) return name;
    let count = counts.get(name) ?? 1;
    do count += 1;
    while (lines.has(`${name}-${count}`));
    counts.set(name, count);
    return `${name}-${count}`;
  }
}
