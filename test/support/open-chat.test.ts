import { Bot, InlineKeyboard } from "grammy";
import { expect, test } from "vitest";
import { openChat } from "./open-chat.ts";

function echoBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } });
  const keyboard = new InlineKeyboard().text("again", "again").url("site", "https://example.org");
  bot.command("start", (ctx) => ctx.reply("hello"));
  bot.on("callback_query:data", async (ctx) => {
    await ctx.answerCallbackQuery("done");
    await ctx.editMessageText("pressed");
  });
  bot.on("message:text", (ctx) =>
    ctx.reply(`you said ${ctx.message.text}`, {
      entities: [{ type: "bold", offset: 0, length: 3 }],
      reply_markup: keyboard,
    }),
  );
  bot.on("edited_message:text", (ctx) => ctx.reply(`now ${ctx.editedMessage.text}`));
  return bot;
}

test("a bot answers what a reader says", async () => {
  const chat = await openChat(echoBot);
  const { shown } = await chat.say("hi");
  expect(shown).toMatchInlineSnapshot(`
    "<b>you</b> said hi
    [again] [site]"
  `);
});

test("commands are recognised", async () => {
  const chat = await openChat(echoBot);
  expect((await chat.say("/start")).shown).toBe("hello");
});

test("a pressed button shows its toast and what was edited", async () => {
  const chat = await openChat(echoBot);
  await chat.say("hi");
  const { shown } = await chat.press("again");
  expect(shown).toMatchInlineSnapshot(`
    "toast: done

    (edited)
    pressed"
  `);
});

test("an edited message reaches the bot", async () => {
  const chat = await openChat(echoBot);
  await chat.say("hi");
  expect((await chat.edit("ho")).shown).toBe("now ho");
});
