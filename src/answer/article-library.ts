import type { Article } from "../article/article.ts";
import { type Catalogue, catalogueOf } from "./archive/catalogue.ts";
import { articleIn } from "../article/translation.ts";
import { type Language, LANGUAGES } from "../languages/language.ts";
import { indexPassagesInSteps, type PassageIndex } from "../search/index/passage-index.ts";
import type { LanguageIndex } from "../search/index/language-index.ts";
import { lazy, runSteps, type Steps } from "../languages/steps.ts";
import {
  parseQuestion,
  type ParsedQuestion,
  type SearchQuestion,
} from "../search/query/parse-question.ts";
import { createPeopleFinder, type PeopleNamedIn } from "../search/query/people-named-in.ts";
import type { SearchInSteps } from "../search/search.ts";
import { foldWord, wordsIn } from "../text/words.ts";
import {
  suggestQuestions,
  type KnownSuggestions,
  type SuggestQuestions,
} from "./respond/suggest-questions.ts";

/** The articles in one language, with everything that answering needs. */
export type ArticleLibrary = {
  readonly language: Language;
  /** Translated into the language where a translation exists. */
  readonly articles: readonly [Article, ...Article[]];
  readonly catalogue: Catalogue;
  /** `article`: the only one in scope, if not all are. */
  readonly parse: (question: SearchQuestion, article?: Article) => ParsedQuestion;
  readonly search: SearchInSteps;
  readonly suggest: SuggestQuestions;
  readonly peopleNamedIn: PeopleNamedIn;
  /** Whether a word sounds like one of the articles' in another script. */
  readonly hasSoundOf: OfArticles;
  /** Whether the articles have a word that is used in the same surroundings. */
  readonly hasNearOf: OfArticles;
  /** Whether the articles use the word in any form. */
  readonly uses: OfArticles;
  /** Whether the articles have these words as they are, apart from capitals. */
  readonly hasText: OfArticles;
  /** Whether one of the articles has several. */
  readonly hasSeveralSpeakers: () => boolean;
  /** Whether articles written in the library's language use the word in this very form. */
  readonly knows: OfArticles;
  /** Reads all words ahead of time. */
  readonly prepare: () => Steps<void>;
};

/** `article`: slug of the only article in scope, if not all are. No other may tell anything about it. */
type OfArticles = (word: string, article: string | undefined) => boolean;

export type ArticleLibraries = {
  readonly libraryIn: (language: Language) => ArticleLibrary;
  /** Builds the other indexes ahead of time: other languages, and each long article by itself. */
  readonly prepare: () => Steps<void>;
};

export type LibraryParts = {
  readonly search: SearchInSteps;
  /** Kept from library to library, where there is one for each question. */
  readonly suggestions?: KnownSuggestions | undefined;
  readonly translatedIndex?: TranslatedIndex | undefined;
  /** If there are more articles than are here. */
  readonly catalogueIn?: ((language: Language) => Catalogue) | undefined;
  /** Whether one of the articles has several, if that need not be read from them. */
  readonly hasSeveralSpeakers?: (() => boolean) | undefined;
};

/** The index of the articles with their translations to a language, if somebody has built it. */
export type TranslatedIndex = (language: Language) => Steps<PassageIndex> | undefined;

/**
 * One library per language. `published` indexes the articles as published. Indexes in other languages are
 * built by `prepare`, or on the first question in that language.
 */
export function openLibraries(
  articles: readonly Article[],
  published: PassageIndex,
  parts: LibraryParts,
): ArticleLibraries {
  const { translatedIndex } = parts;
  const asPublished = openLibrary(articles, published, parts);
  const indexes = new Map(LANGUAGES.map((language) => [language, lazy(() => indexIn(language))]));
  const libraries = new Map<Language, ArticleLibrary>();

  return {
    libraryIn,
    *prepare() {
      for (const index of indexes.values()) yield* index.prepare();
      yield* published.prepare();
      for (const index of indexes.values()) yield* index.get().prepare();
      for (const language of LANGUAGES) yield* libraryIn(language).prepare();
    },
  };

  function libraryIn(language: Language): ArticleLibrary {
    const library = libraries.get(language) ?? openIn(language);
    libraries.set(language, library);
    return library;
  }

  function* indexIn(language: Language): Steps<PassageIndex> {
    if (published.readIn) return published.readIn(language);
    const translated = articles.map((article) => articleIn(article, language));
    const isPublished = translated.every((article, at) => article === articles[at]);
    if (isPublished) return published;
    return yield* translatedIndex?.(language) ?? indexPassagesInSteps(translated);
  }

  function catalogueOfAll(language: Language): Partial<Pick<ArticleLibrary, "catalogue">> {
    const catalogue = parts.catalogueIn?.(language);
    return catalogue ? { catalogue } : {};
  }

  function openIn(language: Language): ArticleLibrary {
    const index = indexes.get(language)?.get() ?? published;
    const knows: OfArticles = (word, article) =>
      index.languageIndexesFor(article).some(({ pack, words }) => {
        return pack.code === language && words.has(foldWord(word));
      });
    const own = { language, knows, ...catalogueOfAll(language) };
    if (index === published) return { ...asPublished, ...own };
    const translated = articles.map((article) => articleIn(article, language));
    return { ...openLibrary(translated, index, parts), ...own };
  }
}

function openLibrary(
  [first, ...rest]: readonly Article[],
  index: PassageIndex,
  { search, suggestions, ...given }: LibraryParts,
): Omit<ArticleLibrary, "language" | "knows"> {
  if (!first) throw new Error("no articles → load at least one before answering");

  const parse: ArticleLibrary["parse"] = (question, article) =>
    parseQuestion(index, question, article?.slug);
  const suggest = suggestQuestions((text, article) => {
    const { verdict, hits } = runSteps(search(parse({ text }, article)));
    return verdict === "answered" ? hits[0]?.passage.id : undefined;
  }, suggestions);
  const peopleNamedIn = createPeopleFinder();
  const uses: OfArticles = (word, article) =>
    index
      .languageIndexesFor(article)
      .some(({ dictionary, terms }) => dictionary.idOf(terms.of(word)) !== undefined);
  const articles = [first, ...rest] as const;
  const hasText: OfArticles = (text, article) =>
    articles.some(
      ({ slug, title }) => (article === undefined || slug === article) && includes(title, text),
    ) || index.languageIndexesFor(article).some((inLanguage) => isInPassage(text, inLanguage));
  const hasSoundOf: OfArticles = (word, article) =>
    index.languageIndexesFor(article).some(({ words }) => words.hasSoundOf(word));
  const hasNearOf: OfArticles = (word, article) =>
    index.languageIndexesFor(article).some(({ words }) => words.hasNearOf(word));
  const own = { parse, search, suggest, peopleNamedIn, hasSoundOf, hasNearOf, uses, hasText };
  return {
    articles,
    catalogue: catalogueOf(articles),
    ...own,
    hasSeveralSpeakers:
      given.hasSeveralSpeakers ??
      (() => index.languageIndexesFor(undefined).some((one) => one.hasSeveralSpeakers === true)),
    *prepare() {
      for (const { words } of index.languageIndexesFor(undefined)) yield* words.prepare();
    },
  };
}

/** Reads only passages with the rarest of its words: reading all would take long in an archive. */
function isInPassage(text: string, { terms, engine, passages }: LanguageIndex): boolean {
  const words = wordsIn(text).filter((word) => !terms.isStopWord(word.text));
  const documents = words.map((word) => engine.documentsWith(terms.of(word.text)).numbers);
  const [fewest] = documents.toSorted((one, other) => one.length - other.length);
  return (fewest ?? []).some((number) => {
    const found = number < passages.length ? passages.at(number) : undefined;
    return found !== undefined && includes(found.passage.text, text);
  });
}

function includes(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}
