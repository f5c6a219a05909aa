import type { LanguageIndex } from "../index/language-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { parseQuery, type Query } from "./parse-query.ts";

/** What to search for. */
export type SearchQuestion = {
  readonly text: string;
  /** Earlier turns that a follow-up builds on: they weigh less, and never count as unknown. */
  readonly background?: string;
};

/** A question, parsed once for each language of the articles in scope. */
export type ParsedQuestion = ReadonlyMap<LanguageIndex, Query>;

/** Parses without ranking anything. `article`: slug of the only article in scope. */
export function parseQuestion(
  index: PassageIndex,
  { text, background }: SearchQuestion,
  article?: string,
): ParsedQuestion {
  const indexes = index.languageIndexesFor(article);
  return new Map(
    indexes.map((inLanguage) => [inLanguage, parseQuery(text, inLanguage, background)]),
  );
}

/** A translation may be of another meaning, so of two languages, the question's own is the likelier. */
export const SHARE_OF_TRANSLATED = 0.5;

/** The query in the language whose articles use most of the question's words. */
export function mainQuery(parsed: ParsedQuestion): Query {
  const [main] = [...parsed.values()]
    .map((query) => ({ query, known: knownWeight(query) }))
    .toSorted((one, other) => other.known - one.known);
  if (!main) throw new Error("nothing to search: no article in scope → load at least one");
  return main.query;
}

function knownWeight({ words, pack, likelyPacks }: Query): number {
  const share = likelyPacks[0] === pack ? 1 : SHARE_OF_TRANSLATED;
  return words
    .filter(({ status }) => status === "known")
    .reduce((sum, { weight }) => sum + weight * share, 0);
}
