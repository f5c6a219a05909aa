import { expect, test } from "vitest";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { archiveOf } from "../../support/archive-of.ts";
import { EXCHANGES } from "../../support/exchanges.ts";
import { openChat } from "../../support/open-chat.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

const FOLDER = "test/fixtures/articles";

/** A chat whose answers and articles have to be waited for. */
function openArchiveChat() {
  const articles = articlesIn(FOLDER);
  return openChat((token, apiRoot) =>
    createBot({
      token,
      apiRoot,
      articles: articleLookupInMemory(() => articles),
      answerQuestion: answererFrom(openArchiveSource(archiveOf(articles))),
    }),
  );
}

test.each(EXCHANGES)("%s is answered from an archive as from memory", async (_what, exchange) => {
  const inMemory = await exchange(await openBotChat(FOLDER));
  expect(inMemory.length).toBeGreaterThan(50);
  expect(await exchange(await openArchiveChat())).toBe(inMemory);
});
