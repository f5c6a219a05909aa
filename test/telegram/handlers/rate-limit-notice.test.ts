import { Bot } from "grammy";
import { expect, test } from "vitest";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { sendRateLimitNotice } from "../../../src/telegram/handlers/rate-limit-notice.ts";
import { openChat } from "../../support/open-chat.ts";

/** A bot that finds every reader too fast. */
function hurriedBot(isFirst: boolean, memory = openChatMemory()) {
  return (token: string, apiRoot: string) => {
    const bot = new Bot(token, { client: { apiRoot } });
    bot.on(["message", "callback_query"], (ctx) => sendRateLimitNotice(ctx, memory, { isFirst }));
    return bot;
  };
}

test("a reader who is too fast is told so in private, in the language of the app", async () => {
  const chat = await openChat(hurriedBot(true), { user: { language_code: "uk" } });
  expect((await chat.say("hello")).shown).toMatchInlineSnapshot(
    `"Це швидше, ніж можна прочитати. Відповім знову, щойно кілька секунд буде тихо."`,
  );
});

test("who has been spoken with is told so in the language of the chat", async () => {
  const memory = openChatMemory();
  const chat = await openChat(hurriedBot(true, memory), { user: { language_code: "en" } });
  memory.remember(chat.user.chat.id, { context: { language: "uk" } });
  expect((await chat.say("hello")).shown).toContain("Це швидше");
});

test("whoever goes on meets silence", async () => {
  const chat = await openChat(hurriedBot(false));
  expect((await chat.say("hello")).shown).toBe("");
});

test("a group is not told of one member's hurry", async () => {
  const chat = await openChat(hurriedBot(true));
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say("@ask_the_article_bot hello")).shown).toBe("");
});
