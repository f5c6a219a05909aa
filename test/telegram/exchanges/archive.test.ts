import { expect, test } from "vitest";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { archiveOf } from "../../support/archive-of.ts";
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

type Chat = Awaited<ReturnType<typeof openBotChat>>;

const EXCHANGES: readonly (readonly [string, (chat: Chat) => Promise<string>])[] = [
  ["a question", async (chat) => (await chat.say("How much is a ticket?")).shown],
  [
    "a follow-up",
    async (chat) => {
      await chat.say("How much is a ticket?");
      return (await chat.say("who says that?")).shown;
    },
  ],
  [
    "an edited question",
    async (chat) => {
      await chat.say("How much is a ticket?");
      return (await chat.edit("When will the square be closed to cars?")).shown;
    },
  ],
  [
    "a quotation",
    async (chat) => {
      await chat.say("How much is a ticket?");
      return (await chat.quote("children under six travel free").say("who says this?")).shown;
    },
  ],
  [
    "a button of a list",
    async (chat) => {
      await chat.start("harbour-ferry");
      await chat.say("/facts");
      return (await chat.press("1")).shown;
    },
  ],
  [
    "an article of the list of all",
    async (chat) => {
      await chat.say("which articles?");
      const [button = ""] = chat.user.messages().at(-1)?.reply_markup?.inline_keyboard.flat() ?? [];
      return (await chat.press(button === "" ? "" : button.text)).shown;
    },
  ],
  ["a link", async (chat) => (await chat.start("harbour-ferry_fares")).shown],
  ["inline", async (chat) => (await chat.inline("night ferry")).shown],
];

test.each(EXCHANGES)("%s is answered from an archive as from memory", async (_what, exchange) => {
  const inMemory = await exchange(await openBotChat(FOLDER));
  expect(inMemory.length).toBeGreaterThan(50);
  expect(await exchange(await openArchiveChat())).toBe(inMemory);
});
