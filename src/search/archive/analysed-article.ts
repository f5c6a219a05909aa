import type { Article } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { runSteps } from "../analysis/steps.ts";
import { engineDocuments, groupPassages } from "../index/engine-documents.ts";
import { openPassages, peopleIn, type IndexedPassages } from "../index/indexed-passage.ts";
import { countPassages, recordPassages } from "../index/record-articles.ts";
import { locatePassages, type PassageLocations } from "../index/passage-locations.ts";
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
  /** The ids of terms and the numbers of people are places in these lists. */
  readonly terms: readonly string[];
  readonly people: readonly string[];
  readonly pool: PassagePool;
  /** How often it uses each folded word. */
  readonly words: ReadonlyMap<string, number>;
};

export function analyseArticle(article: Article): AnalysedArticle {
  return { article, texts: [article, ...article.translations].map(analyseText) };
}

function analyseText(article: Article): TextAnalysis {
  const { pool, ids, words, peopleById } = runSteps(
    recordPassages([article], packFor(article.language)),
  );
  const counts = Array.from(words.numbers, ([word, at]) => [word, words.counts[at] ?? 0] as const);
  return { article, pool, terms: [...ids.keys()], people: peopleById, words: new Map(counts) };
}

type OpenedText = {
  readonly locations: PassageLocations;
  readonly passages: IndexedPassages;
};

/** Its passages with the ids of the text. */
export function openText({ article, pool, people }: TextAnalysis): OpenedText {
  const locations = locatePassages([article]);
  const passages = openPassages(pool, locations, (number) => people[number] ?? "");
  return { locations, passages };
}

/** What a search finds a passage by, or all passages of a section. */
export type AnalysedDocument = {
  readonly kind: DocumentKind;
  /** Positions of its passages, `end` not included. */
  readonly first: number;
  readonly end: number;
  /** Each as often as it is there. */
  readonly terms: readonly string[];
};

export function documentsOf(text: TextAnalysis): AnalysedDocument[] {
  const { locations, passages } = openText(text);
  const { terms: ofLanguage } = packFor(text.article.language);
  const groups = groupPassages(locations);
  const numbered = numberTerms(text.terms);
  const source = { locations, passages, terms: ofLanguage, numberOf: numbered.numberOf };
  return Array.from(engineDocuments(source), (own, number) => {
    const terms = own.map(numbered.termOf);
    const group = number - passages.length;
    if (group < 0) return { kind: DOCUMENT_KIND.passage, first: number, end: number + 1, terms };
    const kind = group < locations.sections.length ? DOCUMENT_KIND.section : DOCUMENT_KIND.keyFact;
    return { kind, first: groups.first[group] ?? 0, end: groups.end[group] ?? 0, terms };
  });
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
  return { numberOf, termOf: (number: number): string => terms[number] ?? "" };
}

/** In how many of its passages each term is; 0 for the names of people whom no passage mentions. */
export function termCountsOf({ pool, terms }: TextAnalysis): Map<string, number> {
  const counts = countPassages(pool, terms.length);
  return new Map(terms.map((term, id) => [term, counts[id] ?? 0]));
}

/** In how many of its passages each person of the article speaks or is mentioned. */
export function peopleCountsOf(text: TextAnalysis): Map<string, number> {
  const counts = new Map(text.article.people.map(({ id }) => [id, 0]));
  for (const { passage, personMentions } of openText(text).passages) {
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
