import type { Update } from "@grammyjs/types";
import { anything, assert, asyncProperty, constantFrom, oneof, record, string } from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import type { MediaKind } from "../../src/telegram-simulator/users/sample-media.ts";
import { writeCallbackData } from "../../src/telegram/callback/callback-data.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";
import type { OpenChat } from "../support/chat-at.ts";
import { openWatchedChat } from "./watched-chat.ts";

const RUNS = { numRuns: 40 };
const WHO = "Who is Valery Klochok?";
const MAX_INLINE_RESULTS = 50;
const CALLBACK_BYTES = 64;

const wording = wordingFor("en");

/** A chat, and a way to send the bot updates that no Telegram client would cause. */
async function openStrangeChat() {
  const { chat, logged } = await openWatchedChat();
  let id = 800_000_000;
  const inject = async (content: object) => {
    id += 1;
    chat.api.inject(z.custom<Update>().parse({ ...content, update_id: id }));
    await chat.api.untilIdle();
  };
  const sends = () => chat.api.calls("sendMessage").length;
  const isWell = async () =>
    expect((await chat.as(chat.api.createUser()).say(WHO)).shown).toContain("Klochok");
  return { chat, inject, sends, isWell, logged };
}

/** A message of a chat with some fields changed. */
const messageIn = ({ user }: OpenChat, fields: object) => ({
  message_id: 900,
  date: 1_700_000_000,
  chat: user.chat,
  from: user.account,
  text: WHO,
  ...fields,
});

test("19: unknown update types and fields are ignored", async () => {
  const { inject, isWell, logged, chat } = await openStrangeChat();
  const later = record({ type: string({ unit: "grapheme-ascii" }), content: anything() });
  await assert(
    asyncProperty(later, async ({ type, content }) => {
      await inject(z.record(z.string(), z.unknown()).parse({ [`new_${type}`]: content ?? 1 }));
    }),
    RUNS,
  );
  await inject({ message: messageIn(chat, { text: undefined, hologram: { depth: 3 } }) });
  await isWell();
  expect(logged('"level":"warn"')).toEqual([]);
});

test("35: messages without a sender, sent as a chat or by an anonymous administrator break nothing", async () => {
  const { chat, inject, isWell, logged } = await openStrangeChat();
  const group = { id: -100_123, type: "supergroup", title: "Readers" };
  const channel = { id: -100_456, type: "channel", title: "News" };
  const anonymous = { id: 1_087_968_824, is_bot: true, first_name: "Group" };
  const type = constantFrom("message", "edited_message", "channel_post", "edited_channel_post");
  const sender = constantFrom(
    {},
    { from: undefined },
    { from: anonymous, sender_chat: group },
    { from: undefined, sender_chat: channel },
  );
  const place = constantFrom(group, channel);
  const text = oneof(constantFrom(WHO, "/start", "/help"), string({ unit: "binary" }));
  await assert(
    asyncProperty(record({ type, sender, place, text }), async (drawn) => {
      await inject({
        [drawn.type]: messageIn(chat, { chat: drawn.place, text: drawn.text, ...drawn.sender }),
      });
    }),
    RUNS,
  );
  await isWell();
  expect(logged("TypeError")).toEqual([]);
});

test.each([
  ["a bot wrote", { from: { id: 77, is_bot: true, first_name: "Other" } }],
  ["came through a bot", { via_bot: { id: 77, is_bot: true, first_name: "Other" } }],
])("36: what %s is not answered, or two bots would never stop", async (_name, fields) => {
  const { chat, inject, sends } = await openStrangeChat();
  await inject({ message: messageIn(chat, fields) });
  expect(sends()).toBe(0);
});

test("36: a forwarded question is a question", async () => {
  const { chat, inject, sends } = await openStrangeChat();
  const origin = { type: "hidden_user", sender_user_name: "Ben", date: 1_700_000_000 };
  await chat.start();
  const before = sends();
  await inject({ message: messageIn(chat, { forward_origin: origin }) });
  expect(sends()).toBe(before + 1);
});

test("37: group conversations and commands for other bots are not answered", async () => {
  const { chat, inject, sends } = await openStrangeChat();
  const group = chat.as(chat.user.account, chat.api.createGroup());
  await group.say(WHO);
  for (const text of ["/help@other_bot", WHO]) {
    const entities = text.startsWith("/") ? [{ type: "bot_command", offset: 0, length: 15 }] : [];
    await inject({ message: messageIn(group, { text, entities }) });
  }
  expect(sends()).toBe(0);
});

const KINDS: MediaKind[] = ["sticker", "voice", "photo", "document", "location", "contact", "dice"];

test.each(KINDS)("32: a %s gets one hint in private, and silence in a group", async (kind) => {
  const { chat } = await openStrangeChat();
  const { sent } = await chat.send(kind);
  expect(sent.map(({ text }) => text)).toEqual([wording.replies.textOnly]);
  const group = chat.as(chat.user.account, chat.api.createGroup());
  expect((await group.send(kind)).sent).toEqual([]);
});

test("38: any button press, even a forged or old one, is answered once", async () => {
  const { chat, inject, isWell } = await openStrangeChat();
  const { sent } = await chat.say(WHO);
  const real = writeCallbackData({ ask: "brief", article: "AAAAAAAA", at: 3 });
  const data = oneof(
    string({ unit: "binary", maxLength: CALLBACK_BYTES }),
    string({ unit: "grapheme-ascii", maxLength: 30 }).map((tail) => `${real}:${tail}`),
    constantFrom("x".repeat(CALLBACK_BYTES), "", ":::::", "see:__proto__:section:constructor:1"),
  );
  await assert(
    asyncProperty(data, async (drawn) => {
      const answers = chat.api.calls("answerCallbackQuery").length;
      const from = chat.api.createUser();
      const press = { id: "1", chat_instance: "1", data: drawn, from, message: sent[0] };
      await inject({ callback_query: press });
      expect(chat.api.calls("answerCallbackQuery")).toHaveLength(answers + 1);
    }),
    RUNS,
  );
  await isWell();
});

test("39: any inline query with any offset gets at most 50 results", async () => {
  const { chat } = await openStrangeChat();
  const query = oneof(
    string({ unit: "binary", maxLength: 256 }),
    constantFrom("", "x".repeat(256)),
  );
  const offset = oneof(string({ unit: "binary" }), constantFrom("", "-1", "NaN", "1e9"));
  await assert(
    asyncProperty(query, offset, async (typed, from) => {
      const { answer } = await chat.as(chat.api.createUser()).inline(typed, from);
      expect(answer?.results.length).toBeLessThanOrEqual(MAX_INLINE_RESULTS);
    }),
    RUNS,
  );
});
