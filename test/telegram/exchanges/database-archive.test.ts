import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { articleLookupInDatabase } from "../../../src/content/archive/article-lookup-in-database.ts";
import { openDatabaseArchive } from "../../../src/content/archive/database-archive.ts";

import { createBot, type BotOptions } from "../../../src/telegram/create-bot.ts";
import { EXCHANGES } from "../../support/exchanges.ts";
import { indexFolder } from "../../support/index-folder.ts";
import { openChat } from "../../support/open-chat.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../../support/postgres-server.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const FOLDER = "test/fixtures/articles";

function clock(): number {
  return performance.now();
}

describe.skipIf(!hasPostgres())("with the articles in a database", () => {
  let content: Pick<BotOptions, "articles" | "answerQuestion">;
  const ends: (() => Promise<void>)[] = [];
  const whenDone = (end: () => Promise<void>) => void ends.unshift(end);
  beforeAll(async () => {
    const { url } = await startPostgres({ whenDone });
    const { database } = await openTestDatabase(url, whenDone);
    await indexFolder(database, FOLDER);
    const archive = openDatabaseArchive(database, clock);
    content = {
      articles: articleLookupInDatabase(database, archive, clock),
      answerQuestion: answererFrom(openArchiveSource(archive)),
    };
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test.each(EXCHANGES)("%s is answered as from memory", async (_what, exchange) => {
    const inMemory = await exchange(await openBotChat(FOLDER));
    const chat = await openChat((token, apiRoot) => createBot({ token, apiRoot, ...content }));
    expect(await exchange(chat)).toBe(inMemory);
  });
});
