import type { Section } from "./article.ts";
import type { Block } from "./markdown-blocks.ts";
import { SLUG, slugify } from "./slug.ts";

/** What an editor may write in braces behind a heading. */
export const sectionAttributes = ["id", "summary"] as const;

/** Reads headings as sections, and remembers their ids so that two with the same one are told. */
export function sectionReader(report: (line: number, message: string) => void) {
  const lines = new Map<string, number>();

  return ({ text, attributes, line }: Block): Omit<Section, "passages"> => {
    for (const name of attributes.keys()) {
      if (sectionAttributes.some((known) => known === name)) continue;
      report(line, `a heading takes \`#id\` and \`summary="…"\`, not \`${name}\``);
    }
    const id = attributes.get("id");
    if (id !== undefined && !SLUG.test(id)) {
      report(line, `section id \`${id}\` has to be of small Latin letters, digits and hyphens`);
    }
    const earlier = id === undefined ? undefined : lines.get(id);
    if (earlier !== undefined) {
      report(
        line,
        `section id \`${id}\` is used in line ${earlier} already: give this one its own`,
      );
    }

    const ownId = id ?? firstFree(slugify(text), lines);
    lines.set(ownId, line);
    const summary = attributes.get("summary");
    return { id: ownId, heading: text, ...(summary !== undefined && { summary }) };
  };
}

/** `waiting`, or `waiting-2` where that is taken. */
export function firstFree(name: string, taken: ReadonlyMap<string, number>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
  return free;
}
