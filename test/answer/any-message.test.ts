import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { filled, MESSAGE_KINDS } from "../support/message-kinds.ts";
import { articlesIn } from "../support/sample-bot.ts";

/** The longest message Telegram delivers. */
const LONGEST_MESSAGE = 4096;

const answer = prepareAnswers(articlesIn("test/fixtures/articles"));
const { context } = answer("What does the harbour master say about the ferry?");

/** `test/timing` measures how long the same messages take. */
test("any message gets an answer, whatever it repeats", () => {
  const failures = MESSAGE_KINDS.filter((kind) => {
    try {
      return answer(filled(kind, LONGEST_MESSAGE), context).answer.kind === undefined;
    } catch {
      return true;
    }
  });
  expect(failures).toEqual([]);
});
