import type { Article } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { runSteps } from "../../languages/steps.ts";
import { engineDocuments, groupPassages } from "../index/engine-documents.ts";
import { peopleIn, type IndexedPassages } from "../index/indexed-passage.ts";
import { countPassages, recordArticle } from "../index/record-articles.ts";
import type { PassageLocations } from "../index/passage-locations.ts";
import type { PassagePool } from "../index/passage-pool.ts";
import { DOCUMENT_KIND, type DocumentKind } from "./posting-lists.ts";

/** An article with its words read, in each of its languages. */
export type AnalysedArticle = {
  readonly article: Article;
  /** The article as published, then its translations. */
  readonly texts: readonly TextAnalysis[];
};

export type TextAnalysis = {
  readonly article: Article;
  /** The ids of terms are places in it. */
  readonly terms: readonly string[];
  readonly pool: PassagePool;
  readonly locations: PassageLocations;
  readonly passages: IndexedPassages;
  /** Each folded word, and how often it uses it. */
  readonly words: readonly (readonly [word: string, uses: number])[];
};

export function analyseArticle(article: Article): AnalysedArticle {
  return { article, texts: [article, ...article.translations].map(analyseText) };
}

function analyseText(article: Article): TextAnalysis {
  const { pool, ids, words, locations, passages } = runSteps(
    recordArticle(article, packFor(article.language)),
  );
  const counts = Array.from(words.numbers, ([word, at]) => [word, words.counts[at] ?? 0] as const);
  return { article, pool, terms: [...ids.keys()], locations, passages, words: counts };
}

/** What searches find passages of a text by. */
export type TextDocuments = {
  readonly documents: readonly AnalysedDocument[];
  /** What the numbers of terms are places in. */
  readonly vocabulary: readonly string[];
  /** Terms from this number on are in no passage. */
  readonly firstOther: number;
};

/** What a search finds a passage by, or all passages of a section. */
export type AnalysedDocument = {
  readonly kind: DocumentKind;
  /** Positions of its passages, `end` not included. */
  readonly first: number;
  readonly end: number;
  /** Numbers of its different terms, and how often each is there. */
  readonly terms: readonly number[];
  readonly frequencies: readonly number[];
};

export function documentsOf(text: TextAnalysis): TextDocuments {
  const { locations, passages } = text;
  const { terms: ofLanguage } = packFor(text.article.language);
  const groups = groupPassages(locations);
  const { terms: vocabulary, numberOf } = numberTerms(text.terms);
  const source = { locations, passages, terms: ofLanguage, numberOf };
  const countTerms = termCounter();
  const documents = Array.from(engineDocuments(source), (own, number) => {
    const counted = countTerms(own);
    const group = number - passages.length;
    if (group < 0)
      return { kind: DOCUMENT_KIND.passage, first: number, end: number + 1, ...counted };
    const kind = group < locations.sections.length ? DOCUMENT_KIND.section : DOCUMENT_KIND.keyFact;
    return { kind, first: groups.first[group] ?? 0, end: groups.end[group] ?? 0, ...counted };
  });
  return { documents, vocabulary, firstOther: text.terms.length };
}

type CountedTerms = Pick<AnalysedDocument, "terms" | "frequencies">;

/** In an array, since a map of each document takes several times as long. */
function termCounter(): (document: readonly number[]) => CountedTerms {
  /** By number of the term; 0 again after each document. */
  const counts: number[] = [];
  return (document) => {
    const terms: number[] = [];
    for (const term of document) {
      while (counts.length <= term) counts.push(0);
      const count = counts[term] ?? 0;
      if (count === 0) terms.push(term);
      counts[term] = count + 1;
    }
    const frequencies = terms.map((term) => counts[term] ?? 0);
    for (const term of terms) counts[term] = 0;
    return { terms, frequencies };
  };
}

/** The document with some of its terms. */
export function withTerms(
  document: AnalysedDocument,
  isWanted: (term: number) => boolean,
): AnalysedDocument {
  const { terms, frequencies } = document;
  return {
    ...document,
    terms: terms.filter(isWanted),
    frequencies: frequencies.filter((_, at) => isWanted(terms[at] ?? 0)),
  };
}

/** Numbers terms on from those that have one: the ids of people and the words of summaries are in no passage. */
export function numberTerms(known: Iterable<string>) {
  const terms = [...known];
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const numberOf = (term: string): number => {
    const before = numbers.get(term);
    if (before !== undefined) return before;
    const number = terms.push(term) - 1;
    numbers.set(term, number);
    return number;
  };
  return { terms, numberOf };
}

/** Each term, and in how many of its passages it is; 0 for the names of people whom no passage mentions. */
export function termCountsOf({ pool, terms }: TextAnalysis): (readonly [string, number])[] {
  const counts = countPassages(pool, terms.length);
  return terms.map((term, id) => [term, counts[id] ?? 0] as const);
}

/** In how many of its passages each person of the article speaks or is mentioned. */
export function peopleCountsOf(text: TextAnalysis): Map<string, number> {
  const counts = new Map(text.article.people.map(({ id }) => [id, 0]));
  for (const { passage, personMentions } of text.passages) {
    for (const id of peopleIn(passage, personMentions)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** How often the terms are written as a name within a sentence. */
export function nameCountsOf({ pool, terms }: TextAnalysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < pool.terms.length; at += 1) {
    if (((pool.classes[at] ?? 0) & TOKEN_CLASS.name) === 0) continue;
    const term = terms[pool.terms[at] ?? 0] ?? "";
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
