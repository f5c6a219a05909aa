import { createHash } from "node:crypto";
import type { Steps } from "../../languages/steps.ts";
import { startIn } from "./passage-pool.ts";
import type { Names } from "./people.ts";
import type { RecordedPart } from "./recorded-part.ts";

/**
 * By article: a digest of the names that begin with one of its terms, "" if there are none. As long as it stays the
 * same, the article mentions the same people.
 */
export function* namesForEach(
  { pool, terms, uses }: Pick<RecordedPart, "pool" | "terms" | "uses">,
  names: Names,
): Steps<readonly string[]> {
  const begin = new Uint8Array(terms.size);
  for (let id = 0; id < terms.size; id += 1) {
    if (names.has(terms.at(id))) begin[id] = 1;
    yield;
  }
  const written = new Map<number, string>();
  const digests: string[] = [];
  for (const [article, to] of uses.passageEnds.entries()) {
    const from = startIn(uses.passageEnds, article);
    const found = new Set<number>();
    for (const [ends, ids] of [
      [pool.termEnds, pool.terms],
      [pool.addedEnds, pool.addedTerms],
    ] as const) {
      for (const id of ids.subarray(startIn(ends, from), startIn(ends, to))) {
        if (begin[id] === 1) found.add(id);
      }
    }
    digests.push(digestOf([...found].map(writeNames)));
    yield;
  }
  return digests;

  function writeNames(id: number): string {
    const known = written.get(id);
    if (known !== undefined) return known;
    const term = terms.at(id);
    const own = (names.get(term) ?? []).map((name) => [name.person.id, ...name.terms]);
    const text = JSON.stringify([term, own]);
    written.set(id, text);
    return text;
  }
}

/** Enough that no two differ and have the same. */
const DIGEST_LENGTH = 22;

/** In any order. */
function digestOf(names: readonly string[]): string {
  if (names.length === 0) return "";
  const text = names.toSorted().join("\n");
  return createHash("sha256").update(text).digest("base64").slice(0, DIGEST_LENGTH);
}
