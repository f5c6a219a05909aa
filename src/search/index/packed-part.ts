import type { Article, Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Steps } from "../../languages/steps.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import type { PassagePool } from "./passage-pool.ts";
import { namesInSteps, withoutRepeatedPeople } from "./people.ts";
import { recordPart } from "./record-part.ts";
import type { RecordedPart, UsesByArticle } from "./recorded-part.ts";

/** A recorded part that one thread can hand to another. */
export type PackedPart = {
  readonly pool: PassagePool;
  readonly terms: PackedStrings;
  readonly words: PackedStrings;
  readonly people: PackedStrings;
  readonly uses: UsesByArticle;
};

/**
 * Records articles in a language for an index of more. `people`: of all that are indexed together, in their order.
 */
export function* recordForOthers(
  articles: readonly Article[],
  pack: LanguagePack,
  people: readonly Person[],
): Steps<PackedPart> {
  const names = withoutRepeatedPeople(yield* namesInSteps(people, pack.terms));
  const part = yield* recordPart(articles, pack, names);
  return {
    pool: part.pool,
    terms: packStrings(allOf(part.terms)),
    words: packStrings(allOf(part.words)),
    people: packStrings(allOf(part.people)),
    uses: part.uses,
  };
}

function allOf({ size, at }: RecordedPart["terms"]): string[] {
  return Array.from({ length: size }, (_, number) => at(number));
}

export function openPackedPart({ terms, words, people, ...part }: PackedPart): RecordedPart {
  return {
    ...part,
    terms: openStrings(terms),
    words: openStrings(words),
    people: openStrings(people),
  };
}
