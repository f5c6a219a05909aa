import type { OpenChat } from "./chat-at.ts";

/** What a reader does about the articles of test/fixtures, each with what the bot shows at the end. */
export const EXCHANGES: readonly (readonly [string, (chat: OpenChat) => Promise<string>])[] = [
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
      // In memory they are in another order.
      return (await chat.press("The night ferry to Osprey Holm")).shown;
    },
  ],
  ["a link", async (chat) => (await chat.start("harbour-ferry_fares")).shown],
  ["inline", async (chat) => (await chat.inline("night ferry")).shown],
];
