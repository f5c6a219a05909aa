import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { filled, MESSAGE_KINDS } from "../support/message-kinds.ts";
import { articlesIn } from "../support/sample-bot.ts";

/** The longest message Telegram delivers. */
const LONGEST_MESSAGE = 4096;

const answer = prepareAnswers(articlesIn("test/fixtures/articles"));
const { context } = answer("What does the harbour master say about the ferry?");

/** Every third kind; `test/timing` sends all of them, and measures how long answers take. */
const SAMPLE = MESSAGE_KINDS.filter((_, at) => at % 3 === 0);

test("any message gets an answer, whatever it repeats", () => {
  const failures = SAMPLE.filter((kind) => {
    try {
      return answer(filled(kind, LONGEST_MESSAGE), context).answer.kind === undefined;
    } catch {
      return true;
    }
  });
  expect(failures).toEqual([]);
});
