import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { type Answerer, prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { type Readers, openReaders, type ReadersOptions } from "../../src/desk/readers/readers.ts";
import { articlesIn } from "./sample-bot.ts";

type Given = Pick<ReadersOptions, "folders" | "journalDir" | "editorial"> &
  Partial<Pick<ReadersOptions, "questions" | "now">> & {
    readonly answersTo?: (articles: readonly Article[]) => Answerer;
  };

/** What readers asked about the published articles of a folder, which are read once. */
export function readersOf({ answersTo = prepareAnswers, ...given }: Given): Readers {
  const articles = articlesIn(given.folders.published);
  const current = {
    articles: articleLookupInMemory(() => articles),
    answerInBackground: answersTo(articles),
  };
  return openReaders({ now: () => new Date(), ...given, current });
}
