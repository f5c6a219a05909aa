import type { Article } from "../article/article.ts";
import { indexPassages } from "../search/passage-index.ts";
import { searchPassages, type Findings, type SearchScope } from "../search/search-passages.ts";
import { nextQuestions, type OfferQuestions } from "./next-questions.ts";

/** What answering needs besides the question. */
export type Desk = {
  readonly articles: readonly [Article, ...Article[]];
  readonly search: (question: string, scope?: SearchScope) => Findings;
  readonly offer: OfferQuestions;
};

/** Indexes the articles: done once, at start. */
export function openDesk([first, ...rest]: readonly Article[]): Desk {
  if (!first) throw new Error("no articles → load at least one before answering");

  const index = indexPassages([first, ...rest]);
  const search: Desk["search"] = (question, scope) => searchPassages(index, question, scope);
  const offer = nextQuestions((question, { slug }) => {
    const { verdict, hits } = search(question, { article: slug });
    return verdict === "answered" ? hits[0]?.passage.id : undefined;
  });
  return { articles: [first, ...rest], search, offer };
}
