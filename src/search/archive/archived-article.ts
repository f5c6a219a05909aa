import type { Article, Passage } from "../../article/article.ts";
import { hasSeveralSpeakers } from "../../article/voices.ts";
import type { IndexedPassage, PassageRecord } from "../index/indexed-passage.ts";
import type { AnalysedArticle, TextAnalysis } from "./analysed-article.ts";

/** An article of an archive without its passages: of most articles that a question finds, it needs one or two. */
export type ArchivedArticle = {
  /** Another one after every change. */
  readonly id: number;
  /** The article as published, then its translations. */
  readonly texts: readonly ArchivedText[];
  readonly hasSeveralSpeakers: boolean;
};

export type ArchivedText = {
  /** Its sections have no passages; no `translations`, and no `original`. */
  readonly article: Article;
  readonly isMarkedUp: boolean;
  /** The number of passages of each section. */
  readonly sizes: readonly number[];
};

/** A passage as it is indexed. What it translates is known of a whole article only. */
export type ArchivedPassage = {
  readonly passage: Passage;
  readonly isTranslated: boolean;
  /** Ids of terms are places in `terms`. */
  readonly record: PassageRecord;
  readonly terms: readonly string[];
};

/** What an archive keeps of an article: by text, its passages in order. */
export type ArticleParts = {
  readonly archived: Omit<ArchivedArticle, "id">;
  readonly passages: readonly (readonly ArchivedPassage[])[];
};

export function articleParts({ article, texts }: AnalysedArticle): ArticleParts {
  return {
    archived: {
      texts: texts.map(withoutPassages),
      hasSeveralSpeakers: hasSeveralSpeakers(article),
    },
    passages: texts.map((text) => {
      const numberTerms = termNumberer(text.terms);
      return text.passages.map((indexed) => archive(indexed, numberTerms));
    }),
  };
}

function withoutPassages(text: TextAnalysis): ArchivedText {
  const { original: _original, ...article } = text.article;
  const { sections } = text.locations;
  return {
    article: {
      ...article,
      translations: [],
      sections: article.sections.map((section) => ({ ...section, passages: [] })),
    },
    isMarkedUp: sections.some(({ isMarkedUp }) => isMarkedUp),
    sizes: article.sections.map(({ passages }) => passages.length),
  };
}

type TermNumbering = { readonly idOf: (id: number) => number; readonly terms: readonly string[] };

function archive(indexed: IndexedPassage, numberTerms: () => TermNumbering): ArchivedPassage {
  const { original, ...passage } = indexed.passage;
  const { idOf, terms } = numberTerms();
  const record = withIds(indexed, idOf);
  return { passage, isTranslated: original !== undefined, record, terms };
}

/** Numbers the terms of one passage after another, each from 0. In an array, since maps take several times as long. */
function termNumberer(vocabulary: readonly string[]): () => TermNumbering {
  const numbers = new Int32Array(vocabulary.length);
  /** Which passage has given a term its number. */
  const numberedIn = new Int32Array(vocabulary.length);
  let passage = 0;
  return () => {
    const terms: string[] = [];
    passage += 1;
    const idOf = (id: number): number => {
      if (numberedIn[id] !== passage) {
        numberedIn[id] = passage;
        numbers[id] = terms.push(vocabulary[id] ?? "") - 1;
      }
      return numbers[id] ?? 0;
    };
    return { idOf, terms };
  };
}

/** The record with other ids for its terms. */
export function withIds(record: PassageRecord, idOf: (id: number) => number): PassageRecord {
  const { terms, classes, sentenceOf, added, length, sentences, contextTerms } = record;
  const { heading, personMentions, meant, voices } = record;
  const renumbered = (ids: Int32Array) => ids.map(idOf);
  const context = renumbered(contextTerms);
  return {
    terms: renumbered(terms),
    classes,
    sentenceOf,
    added: { ...added, terms: renumbered(added.terms) },
    length,
    sentences,
    contextTerms: context,
    heading: context.subarray(0, heading.length),
    personMentions,
    meant: { ...meant, terms: renumbered(meant.terms) },
    ...(voices && { voices: { ...voices, names: voices.names.map(renumbered) } }),
  };
}

/** The article with all of its passages. */
export function joinArticle({ archived: { texts }, passages }: ArticleParts): Article {
  const [originals = []] = passages;
  const [original, ...translations] = texts.map((text, number) => {
    const own = passages[number] ?? [];
    return withPassages(
      text,
      own.map((one, position) => linked(one, originals[position])),
    );
  });
  if (!original) throw new Error("an article of the archive has no text → write it again");
  return { ...original, translations: translations.map((one) => ({ ...one, original })) };
}

function linked(
  { passage, isTranslated }: ArchivedPassage,
  original: ArchivedPassage | undefined,
): Passage {
  return isTranslated && original ? { ...passage, original: original.passage } : passage;
}

function withPassages({ article, sizes }: ArchivedText, passages: readonly Passage[]): Article {
  let end = 0;
  const sections = article.sections.map((section, number) => {
    const start = end;
    end += sizes[number] ?? 0;
    return { ...section, passages: passages.slice(start, end) };
  });
  return { ...article, sections };
}
