import type { PassagePool } from "./passage-pool.ts";
import { type RecordedPart, stringsOf, type Strings, type UsesByArticle } from "./recorded-part.ts";

/** A part that has just been recorded, as one thread can hand it to another. */
export type PackedPart = {
  readonly pool: PassagePool;
  readonly terms: readonly string[];
  readonly words: readonly string[];
  readonly people: readonly string[];
  readonly uses: UsesByArticle;
};

export function packPart({
  pool,
  terms,
  words,
  people,
  uses,
}: RecordedPart<PassagePool>): PackedPart {
  return { pool, terms: allOf(terms), words: allOf(words), people: allOf(people), uses };
}

export function openPackedPart({ pool, terms, words, people, uses }: PackedPart): RecordedPart {
  return {
    pool,
    terms: stringsOf(terms),
    words: stringsOf(words),
    people: stringsOf(people),
    uses,
  };
}

function allOf({ size, at }: Strings): string[] {
  return Array.from({ length: size }, (_, number) => at(number));
}
