import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { ArticleLookup } from "../../src/article/article-lookup.ts";
import type { Article } from "../../src/article/article.ts";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { DatabaseFailure } from "../../src/database/database-problem.ts";
import { runBot } from "../../src/delivery/run-bot.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";
import { createBot } from "../../src/telegram/create-bot.ts";
import { openChat } from "../support/open-chat.ts";
import { articlesIn } from "../support/sample-bot.ts";
import { openTestClock } from "../support/test-clock.ts";

const ASK = "How much is a ticket?";
const ONE_MOMENT = "toast: One moment: this takes longer than usual.";
/** Longer than a reader who presses a button waits for a sign. */
const SLOW_MS = 2000;

/** A chat with a bot whose articles are in a database, as it were, which may be away or slow. */
async function openChatWithDatabase() {
  const database = { isAway: false, slowMs: 0 };
  let articles: readonly Article[] = articlesIn("test/fixtures/articles");
  const inMemory = articleLookupInMemory(() => articles);
  const answer = prepareAnswers(articles);
  const whenThere = <Asked extends unknown[], Found>(
    find: (...asked: Asked) => Found | Promise<Found>,
  ) => {
    return async (...asked: Asked) => {
      await sleep(database.slowMs);
      if (database.isAway)
        throw new DatabaseFailure(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
      return find(...asked);
    };
  };
  const lookup: ArticleLookup = {
    bySlugs: whenThere(inMemory.bySlugs),
    byReference: whenThere(inMemory.byReference),
    byUrls: whenThere(inMemory.byUrls),
    first: whenThere(inMemory.first),
    // Known from before.
    count: inMemory.count,
  };
  const logged: string[] = [];
  const log = (sentence: string) => void logged.push(sentence);
  const memory = openChatMemory();
  const chat = await openChat(
    (token, apiRoot) =>
      createBot({
        token,
        apiRoot,
        memory,
        articles: lookup,
        answerQuestion: whenThere(answer),
      }),
    {
      async run(bot) {
        const stopping = new AbortController();
        const stateDir = mkdtempSync(join(tmpdir(), "articles-away-"));
        onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
        const { signal } = stopping;
        const clock = openTestClock();
        const running = runBot(bot, { log, signal, stateDir, memory, clock });
        return async () => {
          stopping.abort();
          await running;
        };
      },
    },
  );
  const withdrawAll = () => (articles = articles.slice(0, 0));
  return { chat, database, logged, withdrawAll };
}

test("while the database is away, questions wait, in order, and what needs no article goes on", async () => {
  const { chat, database, logged } = await openChatWithDatabase();
  database.isAway = true;
  chat.user.say(ASK);
  chat.user.say("and for children?");
  const other = chat.api.simulateUser(chat.api.createUser({ first_name: "Ann" }));
  other.say("/help");
  await expect.poll(() => other.messages().at(-1)?.text ?? "").toContain("/about");
  await sleep(100);
  expect(chat.user.messages()).toHaveLength(2);
  database.isAway = false;
  await chat.api.untilIdle();
  const answers = chat.user.messages().slice(2);
  expect(answers.map(({ text }) => text)).toEqual([
    expect.stringContaining("9 crowns"),
    expect.stringContaining("children under six"),
  ]);
  expect(logged.filter((sentence) => sentence.includes("given up"))).toEqual([]);
});

test("a press is told that it takes longer, and done once the database is there", async () => {
  const { chat, database } = await openChatWithDatabase();
  await chat.start("harbour-ferry");
  await chat.say("/brief");
  database.isAway = true;
  const { shown } = await chat.act(async ({ messages, press, toasts }) => {
    press(messages().at(-1)?.message_id ?? 0, "The ferry returns");
    await expect.poll(() => toasts().map(({ text }) => `toast: ${text}`)).toEqual([ONE_MOMENT]);
    database.isAway = false;
  });
  expect(shown).toContain("(edited)");
  expect(shown).toContain("9 crowns");
});

test("so is one that the database answers slowly", async () => {
  const { chat, database } = await openChatWithDatabase();
  await chat.start("harbour-ferry");
  await chat.say("/brief");
  database.slowMs = SLOW_MS;
  const { shown } = await chat.press("The ferry returns");
  expect(shown).toContain(`${ONE_MOMENT}\n\n(edited)\n`);
});

test("one whose article turns out to be gone is told by a message, for the toast has been shown", async () => {
  const { chat, database, withdrawAll } = await openChatWithDatabase();
  await chat.start("harbour-ferry");
  await chat.say("/brief");
  database.slowMs = SLOW_MS;
  setTimeout(withdrawAll, SLOW_MS / 2);
  const { shown } = await chat.press("The ferry returns");
  expect(shown).toBe(`${ONE_MOMENT}\n\nThe article has been updated. Please ask again.`);
});

test("the list of all articles is empty once they are gone", async () => {
  const { chat, database, withdrawAll } = await openChatWithDatabase();
  await chat.say(ASK);
  database.slowMs = 100;
  setTimeout(withdrawAll, 50);
  const { shown } = await chat.press("All articles");
  expect(shown).toContain("There is no article here yet");
});

test("a vote counts, and is thanked for, whether or not the article can be looked up", async () => {
  const { chat, database } = await openChatWithDatabase();
  await chat.say(ASK);
  database.isAway = true;
  expect((await chat.press("👍")).shown).toContain("toast: Thanks.\n\n(edited)\n");
});

test("what is typed for other chats does not hold up the reader's own one", async () => {
  const { chat, database } = await openChatWithDatabase();
  database.isAway = true;
  expect((await chat.inline("ferry")).shown).toBe("(no answer)");
  expect((await chat.say("/help")).shown).toContain("/about");
});
