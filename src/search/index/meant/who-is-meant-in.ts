import type { Article, Section } from "../../../article/article.ts";
import { voicesIn } from "../../../article/voices.ts";
import type { AnalysedWord } from "../../analysis/analyse-text.ts";
import type { PersonMention } from "../indexed-passage.ts";
import type { PassageLocation } from "../passage-locations.ts";
import type { Referents } from "./referents.ts";
import { NOBODY_TOLD_OF, type ToldOf } from "./told-of.ts";
import type { MeaningReader } from "./who-is-meant.ts";

/** What is known of whom the articles mean while their passages are read in order. */
export type WhoIsMeantSoFar = {
  readonly reader: MeaningReader;
  readonly referents: Map<Article, Referents>;
  /** Whom the passages of a section so far told of last. */
  readonly toldOf: Map<Section, ToldOf>;
};

/** A term of the name of somebody whom a sentence means. */
export type MeantName = { readonly term: string; readonly sentence: number };

/** In somebody's own words, "she" may mean anybody. */
export function whoIsMeantIn(
  { article, section, passage }: Pick<PassageLocation, "article" | "section" | "passage">,
  words: readonly AnalysedWord[],
  mentions: readonly PersonMention[],
  { reader, referents, toldOf }: WhoIsMeantSoFar,
): { readonly people: readonly PersonMention[]; readonly names: readonly MeantName[] } {
  if (!voicesIn(passage).every(({ quoted }) => quoted === "retold")) {
    toldOf.set(section, NOBODY_TOLD_OF);
    return { people: [], names: [] };
  }
  const known = referents.get(article) ?? reader.listedIn(article);
  // Articles are read one after another, and what was known of others takes memory.
  if (!referents.has(article)) referents.clear();
  referents.set(article, known);
  const before = toldOf.get(section) ?? NOBODY_TOLD_OF;
  const read = reader.read({ text: passage.text, words, mentions, referents: known, before });
  toldOf.set(section, read.toldOf);
  const people: PersonMention[] = [];
  const names: MeantName[] = [];
  for (const { referent, sentence } of read.meant) {
    if (referent.person !== undefined) people.push({ person: referent.person, sentence });
    else names.push(...referent.terms.map((term) => ({ term, sentence })));
  }
  return { people, names };
}
