import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { openChat } from "../../support/open-chat.ts";
import { repliesTo } from "../../support/replies.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

const botTexts = (chat: Awaited<ReturnType<typeof openBotChat>>) => repliesTo(chat.user);

test("an edited question edits its answer in place", async () => {
  const chat = await openBotChat();
  await chat.say("When is Xi visiting Moscow?");
  await chat.edit("What will Xi and Putin discuss?");
  const [answer, ...others] = botTexts(chat);
  expect(answer).toContain("deepening Russian–Chinese cooperation");
  expect(others).toEqual([]);
});

test("an edit that leads to the same reply edits nothing", async () => {
  const chat = await openBotChat();
  await chat.say("thanks");
  expect((await chat.edit("thank you")).edited).toHaveLength(0);
  expect(chat.api.calls("editMessageText")).toEqual([]);
});

test("only the latest question's answer is edited", async () => {
  const chat = await openBotChat();
  await chat.say("When is Xi visiting Moscow?");
  const [first] = chat.user.messages();
  await chat.say("What will Xi and Putin discuss?");
  const before = botTexts(chat);
  await chat.edit("Will Xi speak with Zelensky?", first);
  expect(botTexts(chat)).toEqual(before);
});

test("an old answer stays closed to edits even if the chat goes on", async () => {
  let now = Date.UTC(2026, 0, 1);
  const chat = await openBotChat("content", { now: () => now });
  await chat.say("When is Xi visiting Moscow?");
  await chat.send("sticker");
  now += 15 * 60_000;
  await chat.press("👍", chat.user.messages()[1]);
  expect(
    (await chat.edit("What will Xi and Putin discuss?", chat.user.messages()[0])).edited,
  ).toEqual([]);
});

test("after 15 minutes an answer is no longer edited", async () => {
  let time = 1000;
  const articles = articlesIn("content");
  const chat = await openChat((token, apiRoot) =>
    createBot({
      token,
      apiRoot,
      articles: articleLookupInMemory(() => articles),
      answerQuestion: prepareAnswers(articles),
      memory: openChatMemory(() => time),
    }),
  );
  await chat.say("When is Xi visiting Moscow?");
  const before = botTexts(chat);
  time += 15 * 60_000 + 1;
  await chat.edit("What will Xi and Putin discuss?");
  expect(botTexts(chat)).toEqual(before);
});

test("in a group, no questions are suggested", async () => {
  const chat = await openBotChat();
  const group = chat.as(chat.user.account, chat.api.createGroup());
  const { shown } = await group.say("@ask_the_article_bot When is Xi visiting Moscow?");
  expect(shown).toContain("20–22 March");
  expect(shown).toMatch(/2023\.\n\[👍\] \[👎\] \[Copy\] \[Share\]$/u);
});
