import type { Article } from "../article/article.ts";
import type { Language } from "../article/language.ts";
import { articleIn } from "../article/translation.ts";
import { indexPassages, type PassageIndex } from "../search/passage-index.ts";
import { searchPassages, type Findings, type SearchScope } from "../search/search-passages.ts";
import { foldWord } from "../search/words.ts";
import { nextQuestions, type OfferQuestions } from "./next-questions.ts";

/** What answering needs besides the question. */
export type Desk = {
  readonly language: Language;
  /** In the language, where their editors give them so. */
  readonly articles: readonly [Article, ...Article[]];
  readonly search: (question: string, scope?: SearchScope) => Findings;
  readonly offer: OfferQuestions;
  /** Whether the articles use the word, as it is written. */
  readonly knows: (word: string) => boolean;
};

export type IndexArticles = (articles: readonly Article[]) => PassageIndex;

/** A desk a language: the articles are indexed when the first question in it comes. */
export function openDesks(
  articles: readonly Article[],
  index: IndexArticles = indexPassages,
): (language: Language) => Desk {
  const open = new Map<Language, Desk>();
  const published = openDesk(articles, index);

  return (language) => {
    const known = open.get(language) ?? openIn(language);
    open.set(language, known);
    return known;
  };

  function openIn(language: Language): Desk {
    const inLanguage = articles.map((article) => articleIn(article, language));
    const isPublished = inLanguage.every((article, at) => article === articles[at]);
    return { ...(isPublished ? published : openDesk(inLanguage, index)), language };
  }
}

function openDesk(
  [first, ...rest]: readonly Article[],
  indexArticles: IndexArticles,
): Omit<Desk, "language"> {
  if (!first) throw new Error("no articles → load at least one before answering");

  const index = indexArticles([first, ...rest]);
  const search: Desk["search"] = (question, scope) => searchPassages(index, question, scope);
  const offer = nextQuestions((question, { slug }) => {
    const { verdict, hits } = search(question, { article: slug });
    return verdict === "answered" ? hits[0]?.passage.id : undefined;
  });
  const shelves = index.shelvesFor(undefined);
  const knows: Desk["knows"] = (word) =>
    shelves.some(({ record }) => record.wordCounts.has(foldWord(word)));
  return { articles: [first, ...rest], search, offer, knows };
}
