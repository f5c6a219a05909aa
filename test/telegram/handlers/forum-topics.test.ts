import { expect, test } from "vitest";
import { indexedHere } from "../../../src/content/content-reader.ts";
import { openCurrentContent } from "../../../src/content/current-content.ts";
import { runBot } from "../../../src/delivery/run-bot.ts";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import type { SimulatedUser } from "../../../src/telegram-simulator/users/simulated-user.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import type { OpenChat } from "../../support/chat-at.ts";
import { openChat } from "../../support/open-chat.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const NATO = "/ask What does the expert say about NATO?";
const WHO = "/ask who said that?";

/** A chat with the bot delivered as in production; private chats have topics too. */
async function openTopics(kind: "forum" | "private"): Promise<OpenChat> {
  const { content } = openCurrentContent(indexedHere(articlesIn("content")));
  const memory = openChatMemory();
  const stopping = new AbortController();
  const logged: string[] = [];
  const chat = await openChat(
    (token, apiRoot) => createBot({ token, apiRoot, memory, ...content }),
    {
      bot: { has_topics_enabled: true },
      async run(bot) {
        const running = runBot(bot, {
          log: (sentence) => logged.push(sentence),
          signal: stopping.signal,
          stateDir: temporaryFolder(),
          memory,
        });
        return async () => {
          stopping.abort();
          await running;
        };
      },
    },
  );
  return kind === "private" ? chat : chat.as(chat.user.account, chat.api.createGroup());
}

/** Says something in a topic and returns what the bot shows. */
const sayIn = (chat: OpenChat, topic: number | undefined, text: string) =>
  chat.act((user: SimulatedUser) => user.say(text, topic === undefined ? {} : { topic }));

const KINDS = ["forum", "private"] as const;

test.each(KINDS)("one topic's context is unknown in another: %s", async (kind) => {
  const chat = await openTopics(kind);
  expect((await sayIn(chat, 7, NATO)).shown).toContain("NATO");
  const other = kind === "private" ? chat : chat.as(chat.api.createUser({ first_name: "Ben" }));
  for (const elsewhere of [8, undefined]) {
    const { shown } = await sayIn(other, elsewhere, WHO);
    expect(shown).not.toContain("NATO");
  }
  expect((await sayIn(chat, 7, WHO)).shown).toContain("Klochok");
});

test.each(KINDS)("an answer goes to the topic of its question: %s", async (kind) => {
  const chat = await openTopics(kind);
  const { sent } = await sayIn(chat, 7, NATO);
  expect(sent).toMatchObject([{ message_thread_id: 7, is_topic_message: true }]);
});

test.each(KINDS)("an edited question edits its answer in its own topic: %s", async (kind) => {
  const chat = await openTopics(kind);
  await sayIn(chat, 7, NATO);
  await sayIn(chat, 8, "/ask When is Xi visiting Moscow?");
  const question = chat.user.messages().find(({ text }) => text === NATO);
  const { sent, edited } = await chat.edit("/ask Will Xi speak with Zelensky?", question);
  expect(sent).toEqual([]);
  expect(edited[0]?.text).toMatch(/^A talk with Zelensky/u);
  // It is still the latest in topic 7, so topic 8 was not mistaken for it.
  expect((await sayIn(chat, 8, WHO)).shown).toContain("Kremlin");
});

test.each(KINDS)("/forget erases the context of its own topic: %s", async (kind) => {
  const chat = await openTopics(kind);
  await sayIn(chat, 7, NATO);
  await sayIn(chat, 8, NATO);
  await sayIn(chat, 7, "/forget");
  expect((await sayIn(chat, 8, WHO)).shown).toContain("Klochok");
  expect((await sayIn(chat, 7, WHO)).shown).not.toContain("Klochok");
});

test.each(KINDS)("a link changes the context of its own topic only: %s", async (kind) => {
  const chat = await openTopics(kind);
  await sayIn(chat, 8, NATO);
  await sayIn(chat, 7, "/start xi-moscow-visit_visit-dates");
  expect((await sayIn(chat, 8, WHO)).shown).toContain("Klochok");
  expect((await sayIn(chat, 7, WHO)).shown).toContain("Kremlin");
});

test.each([
  ["closed", (user: SimulatedUser) => user.closeTopic(7)],
  ["deleted", (user: SimulatedUser) => user.deleteTopic(7)],
] as const)(
  "where a topic is %s meanwhile, the answer goes to the chat itself",
  async (_how, end) => {
    for (const kind of KINDS) {
      const chat = await openTopics(kind);
      await sayIn(chat, 7, NATO);
      const { sent } = await chat.act((user) => {
        user.say("/ask When is Xi visiting Moscow?", { topic: 7 });
        end(user);
      });
      const answers = sent.filter(({ text }) => text?.startsWith("20–22 March"));
      expect(answers).toHaveLength(1);
      expect(answers[0]).not.toHaveProperty("message_thread_id");
    }
  },
);

test.each(["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])(
  "Telegram's %s loses no answer",
  async (words) => {
    const chat = await openTopics("forum");
    const description = `Bad Request: ${words}`;
    chat.api.fail("sendMessage", { kind: "refusal", code: 400, description }, { times: 2 });
    const { sent } = await sayIn(chat, 7, NATO);
    expect(sent).toHaveLength(1);
  },
);

test("in a group without topics, a thread of replies is part of the one conversation", async () => {
  const chat = await openTopics("forum");
  await sayIn(chat, undefined, NATO);
  const { shown } = await chat.replyTo().say(WHO);
  expect(shown).toContain("Klochok");
});

test("each topic gets one hint about stickers", async () => {
  const chat = await openTopics("private");
  const send = (topic: number) => chat.act((user) => user.send("sticker", undefined, { topic }));
  expect((await send(7)).sent).toHaveLength(1);
  expect((await send(7)).sent).toHaveLength(0);
  expect((await send(8)).sent).toMatchObject([{ message_thread_id: 8 }]);
});
