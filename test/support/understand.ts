import { openLibraries, type ArticleLibrary } from "../../src/answer/article-library.ts";
import type { Context } from "../../src/answer/answer.ts";
import {
  resolveQuestion,
  type ResolvedQuestion,
} from "../../src/answer/conversation/resolve-question.ts";
import { intentOf, type Intent } from "../../src/answer/intent/intent.ts";
import type { Language } from "../../src/languages/language.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { mainQuery } from "../../src/search/query/parse-question.ts";
import type { SearchInSteps } from "../../src/search/search.ts";
import { articlesIn } from "./sample-bot.ts";

const noSearch: SearchInSteps = () => {
  throw new Error("a question is understood before anything is searched for");
};
const articles = articlesIn("test/fixtures/articles");
const { libraryIn } = openLibraries(articles, indexPassages(articles), { search: noSearch });

type Asked = {
  readonly language?: Language;
  readonly context?: Context;
  readonly within?: string;
};

/** A message as it is resolved among the fixtures' articles, without a search. */
export function resolveIn(
  message: string,
  { language = "en", context = {}, within }: Asked = {},
): { readonly resolved: ResolvedQuestion; readonly library: ArticleLibrary } {
  const library = libraryIn(language);
  return { resolved: resolveQuestion({ text: message }, { context, within, library }), library };
}

/** What a message asks for. */
export function intentIn(message: string, asked: Asked = {}): Intent {
  const { resolved, library } = resolveIn(message, asked);
  return intentOf(resolved, mainQuery(library.parse(resolved.search, resolved.article)));
}
