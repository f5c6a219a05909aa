import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { loadLibrary } from "../../src/article/loading/load-library.ts";
import type { Article } from "../../src/article/article.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { answersFrom } from "../../src/answer/answer-question.ts";
import type { Verdict } from "../../src/search/findings.ts";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { searchInSteps, type SearchInSteps } from "../../src/search/search.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";
import { createBot, type BotOptions } from "../../src/telegram/create-bot.ts";
import type { OpenChat } from "./chat-at.ts";
import { openChat, type OpenChatOptions } from "./open-chat.ts";

/** The articles of a folder; throws if one is faulty. */
export function articlesIn(folder: string): readonly Article[] {
  const library = loadLibrary(folder);
  if (library.kind === "loaded") return library.articles;
  throw new Error(library.diagnostics.map(formatDiagnostic).join("\n"));
}

type BotChatOptions = OpenChatOptions &
  Partial<Pick<BotOptions, "memory">> & { readonly searchWith?: SearchInSteps };

/** The real search, with the verdict that a test is about. */
export function searchConcluding(verdict: Verdict): SearchInSteps {
  return function* (...asked) {
    const found = yield* searchInSteps(...asked);
    const { fromSpeaker } = found;
    return { ...found, verdict, ...(fromSpeaker && { fromSpeaker: { ...fromSpeaker, verdict } }) };
  };
}

/** A reader's chat with the real bot about the articles of a folder. */
export async function openBotChat(
  folder = "content",
  { memory = openChatMemory(), searchWith = searchInSteps, ...options }: BotChatOptions = {},
): Promise<OpenChat> {
  const articles = articlesIn(folder);
  const { answerQuestion } = answersFrom(articles, indexPassages(articles), { search: searchWith });
  return openChat(
    (token, apiRoot) =>
      createBot({
        token,
        apiRoot,
        articles: articleLookupInMemory(() => articles),
        answerQuestion,
        memory,
      }),
    options,
  );
}
