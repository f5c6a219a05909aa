import { array, assert, asyncProperty, constantFrom, property, string } from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type AnswerQuestion, prepareAnswers } from "../../src/answer/answer-question.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";
import { articlesIn } from "../support/sample-bot.ts";
import { openWatchedChat } from "./watched-chat.ts";

/** A run takes some milliseconds over HTTP. */
const RUNS = { numRuns: 25 };
/** A hundred times the usual, for a busy machine. */
const TIME_BOUND_MS = 500;

const wording = wordingFor("en");
const MESSAGE_LENGTH = 4096;

/** Says something as a new reader each time, whom no rate limit has silenced. */
async function openHostileChat() {
  const { chat } = await openWatchedChat("test/fixtures/articles");
  return async (text: string) => {
    const { sent } = await chat.as(chat.api.createUser()).say(text);
    expect(sent).toHaveLength(1);
    return sent[0]?.text ?? "";
  };
}

const words = (list: readonly string[]) =>
  array(constantFrom(...list), { minLength: 1, maxLength: 12 }).map((some) => some.join(" "));

test("15, 22, 26: any text gets one reply that Telegram accepts, in valid UTF-8", async () => {
  const say = await openHostileChat();
  const binary = string({ unit: "binary", minLength: 1, maxLength: MESSAGE_LENGTH });
  await assert(
    asyncProperty(binary, async (text) => {
      const reply = await say(text);
      expect(reply.isWellFormed()).toBe(true);
      expect(reply).not.toContain("\0");
    }),
    RUNS,
  );
});

test("22: a text of 100 kB is truncated before it is parsed", async () => {
  const say = await openHostileChat();
  expect(await say("When does the ferry sail? ".repeat(4000))).not.toBe("");
  expect(await say("x".repeat(100_000))).not.toContain("x".repeat(1001));
});

test("21: spaces alone get a hint", async () => {
  const say = await openHostileChat();
  expect(await say(" \n\t ")).toBe(wording.replies.smallTalk["no-words"]);
});

test("23: media without text get the hint that the bot reads text", async () => {
  const say = await openHostileChat();
  const pictures = words(["🚢", "👩‍👩‍👧", "🏳️‍🌈", "👍🏽", "🇺🇦", "❤️", "!", "?"]);
  await assert(
    asyncProperty(pictures, async (text) => {
      expect(await say(text)).toBe(wording.replies.smallTalk["no-words"]);
    }),
    RUNS,
  );
});

const BIDI_CONTROLS = [
  "\u200E",
  "\u200F",
  "\u202A",
  "\u202B",
  "\u202E",
  "\u2066",
  "\u2067",
  "\u2069",
];

test("24: bidirectional controls change no answer and are not echoed", async () => {
  const say = await openHostileChat();
  const asked = "Who is Tobias Renn, and what of zeppelins?";
  const plain = await say(asked);
  await assert(
    asyncProperty(array(constantFrom(...BIDI_CONTROLS), { minLength: 1 }), async (marks) => {
      const turned = asked.replaceAll(" ", ` ${marks.join("")}`);
      expect(await say(turned)).toBe(plain);
    }),
    RUNS,
  );
  expect(await say("קפה \u202E zeppelin")).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
});

test("25: stacked accents are not echoed", async () => {
  const say = await openHostileChat();
  const marks = array(constantFrom("\u0300", "\u0315", "\u0336", "\u0489"), { minLength: 3 });
  await assert(
    asyncProperty(marks, async (pile) => {
      expect(await say(`ze${pile.join("")}ppelin?`)).not.toMatch(/\p{M}{3}/u);
    }),
    RUNS,
  );
});

let answerQuestion: AnswerQuestion;
beforeAll(() => {
  answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));
});

function expectQuickAnswer(text: string): void {
  const began = performance.now();
  const { findings } = answerQuestion(text);
  expect(performance.now() - began).toBeLessThan(TIME_BOUND_MS);
  for (const { matchedTerms } of findings.hits) {
    expect(new Set(matchedTerms).size).toBeLessThanOrEqual(32);
  }
}

test("28: a question is never used as a regular expression", () => {
  expectQuickAnswer(`(a+)+$ ${"a".repeat(5000)}!`);
  const patterns = words(["(a+)+$", "(.*)*", "[", "\\", "(?<x>", "^ferry$", ".*", "aaaaaaaaaaaa!"]);
  assert(property(patterns, expectQuickAnswer));
  expect(answerQuestion(".*").answer.kind).not.toBe("answered");
});

function manyWords(seed: string): string {
  return Array.from({ length: 10_000 }, (_, at) => `w${seed}${at.toString(36)}`).join(" ");
}

test("29, 30: ten thousand words, or letters, are searched with at most 32 terms in no time", () => {
  assert(property(string({ unit: "grapheme-ascii" }).map(manyWords), expectQuickAnswer), RUNS);
  assert(
    property(array(string({ minLength: 1, maxLength: 1 })), (letters) => {
      expectQuickAnswer(letters.join(" ").repeat(50));
    }),
  );
});

test("31: names of built-in properties are ordinary words", async () => {
  const say = await openHostileChat();
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  for (const name of names) expect(await say(name)).toMatch(/doesn't|nothing on that/u);
  assert(property(words([...names, "ferry"]), expectQuickAnswer));
});
