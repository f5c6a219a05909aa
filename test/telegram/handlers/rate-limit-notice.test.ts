import { Bot } from "grammy";
import { expect, test } from "vitest";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { sendRateLimitNotice } from "../../../src/telegram/handlers/rate-limit-notice.ts";
import { openChat } from "../../support/open-chat.ts";

/** A bot that rate-limits everyone. */
function hurriedBot(isFirst: boolean, memory = openChatMemory()) {
  return (token: string, apiRoot: string) => {
    const bot = new Bot(token, { client: { apiRoot } });
    bot.on(["message", "callback_query"], (ctx) => sendRateLimitNotice(ctx, memory, { isFirst }));
    return bot;
  };
}

test("a reader who is too fast gets a notice in private, in the language of their app", async () => {
  const chat = await openChat(hurriedBot(true), { user: { language_code: "uk" } });
  expect((await chat.say("hello")).shown).toMatchInlineSnapshot(
    `"Надто швидко. Зачекайте кілька секунд і запитайте ще раз."`,
  );
});

test("within a chat, the notice is in the language of the chat", async () => {
  const memory = openChatMemory();
  const chat = await openChat(hurriedBot(true, memory), { user: { language_code: "en" } });
  memory.remember(chat.user.chat.id, { context: { language: "uk" } });
  expect((await chat.say("hello")).shown).toContain("Надто швидко.");
});

test("further messages get no reply", async () => {
  const chat = await openChat(hurriedBot(false));
  expect((await chat.say("hello")).shown).toBe("");
});

test("a group gets no notice if one member is too fast", async () => {
  const chat = await openChat(hurriedBot(true));
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say("@ask_the_article_bot hello")).shown).toBe("");
});
