import { Bot } from "grammy";
import { expect, test } from "vitest";
import { deliverUpdate } from "../../src/delivery/deliver-update.ts";
import {
  simulatedBot,
  SIMULATED_BOT_TOKEN,
} from "../../src/telegram-simulator/state/simulated-bot.ts";
import type { ChatNotes } from "../../src/telegram/chat-memory.ts";
import { deliveryParts } from "../support/delivery-parts.ts";

const CHAT = -1_001_000_000_001;
const MINUTE_MS = 60_000;
const POSTS = [{ id: 7, links: ["https://packet.example/ferry-1"] }];
const CONTEXT = { article: "ferry", question: "When does it leave?" };

/** What a replica knows of a chat after an update, whose claim came with the notes of another one. */
async function notesAfter(shared: (now: number) => ChatNotes): Promise<ChatNotes> {
  const botInfo = simulatedBot(SIMULATED_BOT_TOKEN);
  const bot = new Bot(SIMULATED_BOT_TOKEN, { botInfo });
  const parts = deliveryParts(bot, { log: () => {} });
  const state = {
    ...parts.state,
    claim: async () => ({ kind: "granted" as const, notes: shared(parts.now()) }),
  };
  const ids = { updateId: 20, chatId: CHAT, userId: 5 };
  const options = { ...parts, state, signal: new AbortController().signal, isRateLimited: true };
  await deliverUpdate({ update: { update_id: 20 }, ids }, options);
  return parts.memory.recall(CHAT);
}

test("what a chat was about is taken over from another replica", async () => {
  const notes = await notesAfter((now) => {
    return { context: CONTEXT, posts: POSTS, at: now - MINUTE_MS, asOf: 9 };
  });
  expect(notes).toMatchObject({ context: CONTEXT, posts: POSTS, asOf: 20 });
});

test("of notes that are kept for their posts, what the chat was about long ago is dropped", async () => {
  const notes = await notesAfter((now) => {
    return { context: CONTEXT, posts: POSTS, at: now - 16 * MINUTE_MS, asOf: 9 };
  });
  expect(notes).toMatchObject({ posts: POSTS, asOf: 20 });
  expect(notes).not.toHaveProperty("context");
});
