import { Bot, InlineKeyboard } from "grammy";
import { expect, test } from "vitest";
import { openChat } from "./open-chat.ts";
import { openWebhook } from "./open-webhook.ts";

function sampleBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } });
  const keyboard = new InlineKeyboard().text("again", "again").url("site", "https://example.org");
  bot.command("start", (ctx) => ctx.reply(`hello ${ctx.match}`.trim()));
  bot.callbackQuery("delete", (ctx) => ctx.deleteMessage());
  bot.on("callback_query:data", async (ctx) => {
    await ctx.answerCallbackQuery("done");
    await ctx.editMessageText("pressed");
  });
  bot.on("message:sticker", (ctx) => ctx.reply("nice"));
  bot.on("message:text").filter(
    (ctx) => ctx.message.quote !== undefined,
    (ctx) => ctx.reply(`you quoted ${ctx.message.quote?.text}`),
  );
  bot.on("message:text").filter(
    (ctx) => ctx.message.via_bot === undefined,
    (ctx) =>
      ctx.reply(`you said ${ctx.message.text}`, {
        entities: [{ type: "bold", offset: 0, length: 3 }],
        reply_markup: keyboard,
      }),
  );
  bot.on("edited_message:text", (ctx) => ctx.reply(`now ${ctx.editedMessage.text}`));
  bot.on("inline_query", (ctx) =>
    ctx.answerInlineQuery([
      {
        type: "article",
        id: "1",
        title: `About ${ctx.inlineQuery.query}`,
        description: "one passage",
        input_message_content: { message_text: "a passage" },
        reply_markup: keyboard,
      },
    ]),
  );
  return bot;
}

test("a bot answers what a reader says", async () => {
  const chat = await openChat(sampleBot);
  const { shown } = await chat.say("hi");
  expect(shown).toMatchInlineSnapshot(`
    "<b>you</b> said hi
    [again] [site]"
  `);
});

test("commands and deep links are recognised", async () => {
  const chat = await openChat(sampleBot);
  expect((await chat.say("/start")).shown).toBe("hello");
  expect((await chat.start("passage-3")).shown).toBe("hello passage-3");
});

test("a pressed button shows its toast and what was edited", async () => {
  const chat = await openChat(sampleBot);
  await chat.say("hi");
  const { shown } = await chat.press("again");
  expect(shown).toMatchInlineSnapshot(`
    "toast: done

    (edited)
    pressed"
  `);
});

test("an edited message reaches the bot", async () => {
  const chat = await openChat(sampleBot);
  await chat.say("hi");
  expect((await chat.edit("ho")).shown).toBe("now ho");
});

test("a reader quotes what the bot wrote", async () => {
  const chat = await openChat(sampleBot);
  await chat.say("hi");
  expect((await chat.quote("said").say("who?")).shown).toBe("you quoted said");
});

test("a sticker reaches the bot", async () => {
  const chat = await openChat(sampleBot);
  expect((await chat.send("sticker")).shown).toBe("nice");
});

test("in a group the bot hears only what is meant for it", async () => {
  const chat = await openChat(sampleBot);
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.say("talk")).sent).toEqual([]);

  expect((await group.say("hey @ask_the_article_bot")).sent).toHaveLength(1);
  const other = group.as(chat.api.createUser({ first_name: "Ben" }));
  expect((await other.replyTo().say("me, too")).sent).toHaveLength(1);
});

test("an inline result is chosen, posted and pressed", async () => {
  const chat = await openChat(sampleBot);
  const results = await chat.inline("nato");
  expect(results.shown).toBe("About nato · one passage");

  const { shown } = await results.choose("About nato");
  expect(shown).toMatchInlineSnapshot(`
    "a passage
    [again] [site]"
  `);
  expect((await chat.press("again")).shown).toMatchInlineSnapshot(`
    "toast: done

    (edited)
    pressed"
  `);
});

test("a reader who blocks the bot gets nothing", async () => {
  const chat = await openChat(sampleBot);
  await chat.say("hi");
  expect((await chat.act((user) => user.blockBot())).shown).toBe("");
});

test("a bot may get its updates in another way than by polls", async () => {
  const chat = await openChat(sampleBot, {
    webhook: { allowLoopback: true },
    run: async (bot) => {
      await bot.init();
      const { url } = await openWebhook(async (response, _nth, update) => {
        await bot.handleUpdate(update);
        response.end();
      });
      await bot.api.setWebhook(url);
      return async () => undefined;
    },
  });
  expect((await chat.say("/start")).shown).toBe("hello");
});
