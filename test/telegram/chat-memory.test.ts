import { expect, test } from "vitest";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";

const ANN = 1;
const BEN = 2;
const MINUTE_MS = 60_000;
/** A monotonic clock need not start at zero. */
const START = 1000;

test("notes of a chat add up, and chats are kept apart", () => {
  const memory = openChatMemory(() => START);
  memory.remember(ANN, { context: { article: "ferry", person: "renn" } });
  memory.remember(ANN, { latestAnswer: { question: 7, answer: 8, before: {}, shown: "" } });
  memory.remember(ANN, { context: { article: "ferry" } });
  expect(memory.recall(ANN)).toEqual({
    context: { article: "ferry" },
    latestAnswer: { question: 7, answer: 8, before: {}, shown: "" },
  });
  expect(memory.recall(BEN)).toEqual({});
});

test("a chat is remembered for 15 minutes after its last message", () => {
  let time = START;
  const memory = openChatMemory(() => time);
  memory.remember(ANN, { context: { article: "ferry" } });
  time += 10 * MINUTE_MS;
  memory.remember(ANN, { latestAnswer: { question: 7, answer: 8, before: {}, shown: "" } });
  time += 15 * MINUTE_MS;
  expect(memory.recall(ANN).context).toEqual({ article: "ferry" });
  time += 1;
  expect(memory.recall(ANN)).toEqual({});
});

test("expired notes do not come back with the next one", () => {
  let time = START;
  const memory = openChatMemory(() => time);
  memory.remember(ANN, { context: { article: "ferry" } });
  time += 15 * MINUTE_MS + 1;
  memory.remember(ANN, { latestAnswer: { question: 7, answer: 8, before: {}, shown: "" } });
  expect(memory.recall(ANN)).toEqual({
    latestAnswer: { question: 7, answer: 8, before: {}, shown: "" },
  });
});

test("a chat is forgotten when asked", () => {
  const memory = openChatMemory(() => START);
  memory.remember(ANN, { context: { article: "ferry" } });
  memory.forget(ANN);
  expect(memory.recall(ANN)).toEqual({});
});

test("with more than ten thousand chats, the least recently used one is forgotten", () => {
  const memory = openChatMemory(() => START);
  const note = { context: { article: "ferry" } };
  for (let chat = 1; chat <= 10_000; chat += 1) memory.remember(chat, note);
  memory.remember(1, note);
  memory.remember(10_001, note);
  expect([1, 2, 3, 10_001].map((chat) => memory.recall(chat))).toEqual([note, {}, note, note]);
});

test("a chat is forgotten with all of its topics, and no other", () => {
  const memory = openChatMemory();
  const keys = [12, "12:3", "12:4", 123, "123:12", "-12:3"];
  for (const key of keys) memory.remember(key, { hintedAt: 1 });
  expect(memory.forgetChat(12)).toBe(3);
  expect(keys.filter((key) => memory.recall(key).hintedAt === 1)).toEqual([123, "123:12", "-12:3"]);
});
