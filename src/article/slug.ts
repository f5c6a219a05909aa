import { createHash } from "node:crypto";
import { plainLetters } from "../text/plain-letters.ts";
import type { ReportDiagnostic } from "./diagnostic.ts";

const SPACES = /\s+/u;
const NOT_IN_A_SLUG = /[^a-z0-9]+/gu;

/** What slugs and ids consist of: both go into links, where Telegram allows little more. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/**
 * A name for links: lower-case `a–z0–9` and single hyphens, cut off between words at `maxLength`. Text
 * without any Latin letter or digit is hashed.
 */
export function slugify(text: string, maxLength = 40): string {
  const start = latinIn(text.slice(0, maxLength * START));
  const slug = start.length > maxLength + 1 ? start : latinIn(text);
  if (slug === "") return createHash("sha256").update(text).digest("hex").slice(0, 8);
  if (slug.length <= maxLength) return slug;

  const cut = slug.slice(0, maxLength + 1);
  const lastWord = cut.lastIndexOf("-");
  return lastWord > 0 ? cut.slice(0, lastWord) : cut.slice(0, maxLength);
}

/** How much of a text its slug takes at most, in most cases: passages are much longer than their ids. */
const START = 4;

function latinIn(text: string): string {
  return text
    .toLowerCase()
    .split(SPACES)
    .map(plainLetters)
    .join("-")
    .replace(NOT_IN_A_SLUG, "-")
    .replace(/^-+|-+$/gu, "");
}

/** Assigns unique ids: the editor's, reported if it is taken, or one derived from the text. */
export function uniqueIds(of: string, report: ReportDiagnostic) {
  const lines = new Map<string, number>();
  /** The last number appended to each derived id. */
  const counts = new Map<string, number>();

  return (id: string | undefined, derived: string, line: number): string => {
    const earlier = id === undefined ? undefined : lines.get(id);
    if (earlier !== undefined) {
      const message = `${of} id \`${id}\` is already used in line ${earlier}: choose another`;
      report(line, message);
    }
    const assigned = id ?? firstFree(derived);
    lines.set(assigned, line);
    return assigned;
  };

  /** `waiting`, or `waiting-2` if that is taken. */
  function firstFree(name: string): string {
    if (!lines.has(name)) return name;
    let count = counts.get(name) ?? 1;
    do count += 1;
    while (lines.has(`${name}-${count}`));
    counts.set(name, count);
    return `${name}-${count}`;
  }
}
