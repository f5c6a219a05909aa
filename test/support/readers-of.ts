import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { type Readers, openReaders, type ReadersOptions } from "../../src/desk/readers/readers.ts";
import { articlesIn } from "./sample-bot.ts";

type Given = Pick<ReadersOptions, "folders" | "journalDir" | "editorial"> &
  Partial<Pick<ReadersOptions, "questions" | "now">>;

/** What readers asked about the published articles of a folder, which are read once. */
export function readersOf(given: Given): Readers {
  const articles = articlesIn(given.folders.published);
  const current = {
    articles: articleLookupInMemory(() => articles),
    answerQuestion: prepareAnswers(articles),
  };
  return openReaders({ now: () => new Date(), ...given, current });
}
