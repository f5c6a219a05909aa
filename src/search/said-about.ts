import type { Article, Passage, Person, Section } from "../article/article.ts";
import { type ArticleScope, isInScope } from "../article/article-scope.ts";
import type { IndexedPassage } from "./index/indexed-passage.ts";
import type { LanguageIndex } from "./index/language-index.ts";
import { compileQuery, type CompiledQuery } from "./query/compile-query.ts";
import type { Query } from "./query/parse-query.ts";
import type { ParsedQuestion } from "./query/parse-question.ts";
import { weightOf } from "./query/query-terms.ts";
import { spokenBy } from "./query/spoken-by.ts";
import { findMatches } from "./ranking/matches.ts";

/** What somebody other than the publisher says in a passage about a topic. */
export type Said = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  readonly by: Person;
  readonly query: Query;
};

/**
 * Everything that is said about a topic, article by article: words with most of the topic's own. Around a lone
 * speaker's words the passage may name it: "On the harbour Ann said: …". Whoever is the topic does not count.
 */
export function saidAbout(topic: ParsedQuestion, among: Among = {}): readonly Said[] {
  const { isMeant = () => true, within = {} } = among;
  return [...topic].flatMap(([index, query]) => {
    const compiled = compileQuery(query, index);
    return passagesWith(compiled, index, among).flatMap((indexed) => {
      const { article, section, passage } = indexed;
      if (!isInScope(article, within)) return [];
      return speakersOf(indexed)
        .filter((person) => isMeant(person) && !query.people.includes(person))
        .filter((person) => isAbout(indexed, person, compiled))
        .map((by) => ({ article, section, passage, by, query }));
    });
  });
}

type Among = {
  /** Whose words count, and the ids that they have; by default, everybody's do. */
  readonly isMeant?: ((person: Person) => boolean) | undefined;
  readonly speakers?: readonly string[] | undefined;
  readonly within?: ArticleScope;
};

/** More would take long to read, and nobody reads them. The engine gives the best of each term first. */
const MAX_READ = 300;

function passagesWith(
  { queryTerms, otherTerms }: CompiledQuery,
  index: LanguageIndex,
  { speakers, within }: Among,
): readonly IndexedPassage[] {
  const { engine, passages, dictionary, documentFrequency } = index;
  const terms = new Set([...queryTerms.flatMap(({ senses }) => senses), ...otherTerms]);
  const asked = Array.from(terms, (term) => {
    const postings = documentFrequency[dictionary.idOf(term) ?? -1] ?? 0;
    return { term, share: 1, postings };
  });
  index.onSearch?.({ terms: asked, speakers, within, most: MAX_READ });
  const found = new Set<number>();
  for (const term of terms) {
    for (const number of engine.documentsWith(term).numbers.subarray(0, MAX_READ)) {
      found.add(number);
    }
  }
  return [...found]
    .toSorted((one, other) => one - other)
    .flatMap((number) => passages.at(number) ?? []);
}

function speakersOf({ article, speakers }: IndexedPassage): readonly Person[] {
  const { publisher } = article.source;
  return article.people.filter(({ id }) => id !== publisher?.id && speakers.includes(id));
}

/** Of the words of the topic, by weight. */
const MIN_COVERAGE = 0.6;

function isAbout(indexed: IndexedPassage, person: Person, compiled: CompiledQuery): boolean {
  const spoken = spokenBy(indexed, person.id);
  if (!spoken) return false;
  const isAlone = speakersOf(indexed).length === 1;
  return covers(spoken, compiled) || (isAlone && covers(indexed, compiled));
}

function covers(indexed: IndexedPassage, compiled: CompiledQuery): boolean {
  const { inText, inHeading } = findMatches(indexed, compiled);
  return weightOf(inText | inHeading, compiled.queryTerms) / compiled.weight >= MIN_COVERAGE;
}
