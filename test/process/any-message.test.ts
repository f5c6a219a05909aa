/** A real process: whatever one reader sends, no other waits for it. */
import { expect, test } from "vitest";
import type { SimulatedUser } from "../../src/telegram-simulator/users/simulated-user.ts";
import { eventually, openTelegram } from "../support/bot-process.ts";
import { filled, MESSAGE_KINDS } from "../support/message-kinds.ts";

/** Ten times what an answer usually takes. */
const ANSWERED_MS = 500;
const LONGEST_MESSAGE = 4096;
const LONGEST_CAPTION = 1024;

/** A bot with as many readers as needed, since one who asks too much is told to slow down. */
async function openReaders() {
  const { telegram, start } = await openTelegram();
  const bot = start();
  await eventually(() => expect(bot.printed()).toContain("answering"));
  const newReader = () => telegram.simulateUser(telegram.createUser());
  let asked = 0;

  /** How long a new reader waits for an answer, in milliseconds. */
  async function wait(): Promise<number> {
    const user = newReader();
    const began = performance.now();
    asked += 1;
    user.say(`When is the visit, ${asked}?`);
    await expect.poll(() => isAnswered(user), { interval: 5, timeout: 15_000 }).toBe(true);
    return performance.now() - began;
  }
  await wait();
  return { newReader, wait };
}

function isAnswered(user: SimulatedUser): boolean {
  return user.messages().some(({ from }) => from?.is_bot === true);
}

/** Possible texts of a message: Telegram does not send blank ones. */
const KINDS = MESSAGE_KINDS.filter((kind) => filled(kind, LONGEST_MESSAGE).trim() !== "");

test("whatever one reader writes, another is answered within half a second", async () => {
  const { newReader, wait } = await openReaders();
  const times: number[] = [];
  for (let at = 0; at < KINDS.length; at += 10) {
    for (const kind of KINDS.slice(at, at + 10)) newReader().say(filled(kind, LONGEST_MESSAGE));
    times.push(await wait());
  }
  expect(Math.max(...times)).toBeLessThan(ANSWERED_MS);
}, 60_000);

const CONTENTS = ["ж", "поромчерезбухту", "а ", "?!", "1.", "a@", "Xi, ", "Putin says that "];

const WAYS: readonly (readonly [string, (user: SimulatedUser, kind: string) => void])[] = [
  ["a caption", (user, kind) => void user.send("photo", filled(kind, LONGEST_CAPTION))],
  ["an inline query", (user, kind) => void user.askInline(filled(kind, 256))],
  ["a command", (user, kind) => void user.say(`/start ${filled(kind, 4000)}`)],
  ["a question behind a command", (user, kind) => void user.say(`/ask ${filled(kind, 4000)}`)],
  [
    "an edited question",
    (user, kind) => {
      const { message_id: id } = user.say("When is the visit?");
      user.edit(id, filled(kind, LONGEST_MESSAGE));
    },
  ],
];

test.each(WAYS)("the same holds for %s", async (_way, send) => {
  const { newReader, wait } = await openReaders();
  for (const kind of CONTENTS) send(newReader(), kind);
  expect(await wait()).toBeLessThan(ANSWERED_MS);
});

test("the same holds for quoted words", async () => {
  const { newReader, wait } = await openReaders();
  const readers = CONTENTS.map(() => newReader());
  for (const reader of readers) reader.say("When is the visit?");
  await expect.poll(() => readers.every(isAnswered), { interval: 20 }).toBe(true);
  for (const [at, reader] of readers.entries()) {
    const card = reader.messages().find(({ from }) => from?.is_bot === true);
    if (!card?.text) throw new Error("it was answered a moment ago");
    reader.say(filled(CONTENTS[at] ?? "", LONGEST_MESSAGE), { replyTo: card, quote: card.text });
  }
  expect(await wait()).toBeLessThan(ANSWERED_MS);
});
