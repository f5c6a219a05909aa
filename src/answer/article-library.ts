import type { Article } from "../article/article.ts";
import { type Language, LANGUAGES } from "../languages/language.ts";
import { articleIn } from "../article/translation.ts";
import { indexPassagesInSteps, type PassageIndex } from "../search/index/passage-index.ts";
import { type Steps, lazy } from "../search/index/steps.ts";
import { search as searchIndex, type Findings, type SearchScope } from "../search/search.ts";
import { foldWord } from "../text/words.ts";
import { suggestQuestions, type SuggestQuestions } from "./respond/suggest-questions.ts";

/** What answering needs besides the question. */
export type ArticleLibrary = {
  readonly language: Language;
  /** In the language, where their editors give them so. */
  readonly articles: readonly [Article, ...Article[]];
  readonly search: (question: string, scope?: SearchScope) => Findings;
  readonly suggest: SuggestQuestions;
  /** Whether the articles use the word, as it is written. */
  readonly knows: (word: string) => boolean;
};

export type ArticleLibraries = {
  readonly libraryIn: (language: Language) => ArticleLibrary;
  /** Indexes what `published` leaves out: other languages, and long articles each by itself. */
  readonly prepare: () => Steps<void>;
};

/**
 * A library a language. `published`: the index of the articles as published; those of other languages are
 * made by `prepare`, or at once when a question in one comes earlier.
 */
export function openLibraries(
  articles: readonly Article[],
  published: PassageIndex,
): ArticleLibraries {
  const asPublished = openLibrary(articles, published);
  const indexes = new Map(
    LANGUAGES.map((language) => [language, lazy(() => indexingIn(language))]),
  );
  const open = new Map<Language, ArticleLibrary>();

  return {
    libraryIn(language) {
      const known = open.get(language) ?? openIn(language);
      open.set(language, known);
      return known;
    },
    *prepare() {
      for (const index of indexes.values()) yield* index.prepare();
      yield* published.prepare();
      for (const index of indexes.values()) yield* index.get().prepare();
    },
  };

  function* indexingIn(language: Language): Steps<PassageIndex> {
    const inLanguage = articles.map((article) => articleIn(article, language));
    const isPublished = inLanguage.every((article, at) => article === articles[at]);
    return isPublished ? published : yield* indexPassagesInSteps(inLanguage);
  }

  function openIn(language: Language): ArticleLibrary {
    const index = indexes.get(language)?.get() ?? published;
    if (index === published) return { ...asPublished, language };
    const inLanguage = articles.map((article) => articleIn(article, language));
    return { ...openLibrary(inLanguage, index), language };
  }
}

function openLibrary(
  [first, ...rest]: readonly Article[],
  index: PassageIndex,
): Omit<ArticleLibrary, "language"> {
  if (!first) throw new Error("no articles → load at least one before answering");

  const search: ArticleLibrary["search"] = (question, scope) => searchIndex(index, question, scope);
  const suggest = suggestQuestions((question, { slug }) => {
    const { verdict, hits } = search(question, { article: slug });
    return verdict === "answered" ? hits[0]?.passage.id : undefined;
  });
  const indexes = index.languageIndexesFor(undefined);
  const knows: ArticleLibrary["knows"] = (word) =>
    indexes.some(({ record }) => record.wordCounts.has(foldWord(word)));
  return { articles: [first, ...rest], search, suggest, knows };
}
