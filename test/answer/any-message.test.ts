import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { rememberAnswers } from "../../src/answer/answer-cache.ts";
import { withoutCourtesies } from "../../src/answer/intent/small-talk.ts";
import { askedOfSpeaker } from "../../src/answer/intent/speaker-asked-about.ts";
import { packFor } from "../../src/languages/packs.ts";
import { LANGUAGES } from "../../src/languages/language.ts";
import { withoutContacts } from "../../src/text/without-contacts.ts";
import { filled, MESSAGE_KINDS } from "../support/message-kinds.ts";
import { articlesIn } from "../support/sample-bot.ts";

/** The most that Telegram lets through. */
const LONGEST_MESSAGE = 4096;
const ANSWERED_MS = 50;

const answer = rememberAnswers(
  prepareAnswers(articlesIn("test/fixtures/articles")),
  (text) => withoutContacts(text) === text,
);
// The first question in a language waits for the articles to be indexed.
for (const question of ["When does it leave?", "Коли відходить?", "Когда отходит?"]) {
  answer(question);
}
const { context } = answer("What does the harbour master say about the ferry?");

/** What a kind stands behind, so that no two messages are the same. */
const OPENINGS = ["", "Who says that ", "Що каже автор про ", "What about "];

test.each(MESSAGE_KINDS)("%j over and over is answered as quickly as any message", (kind) => {
  const times = OPENINGS.flatMap((opening) =>
    [{}, context].map((before) => {
      const began = performance.now();
      answer(opening + filled(kind, LONGEST_MESSAGE - opening.length), before);
      return performance.now() - began;
    }),
  );
  // The quickest half: what the machine does beside it is not to be measured.
  const [, , , median] = times.toSorted((one, other) => one - other);
  expect(median).toBeLessThan(ANSWERED_MS);
});

/** Several times what it takes; with work by the square it would be ten times this. */
const QUICK_MS = 500;
const LONG = 50_000;

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ["contacts", withoutContacts],
  ...LANGUAGES.flatMap((language) => {
    const pack = packFor(language);
    const { requests, speech } = pack;
    return [
      [`politeness (${language})`, requests.direct],
      [`courtesies (${language})`, (text: string) => withoutCourtesies(text, pack)],
      [`the speaker (${language})`, (text: string) => askedOfSpeaker(`who says ${text}`, speech)],
    ] as const;
  }),
];

test.each(READERS)("a text of any length is read for %s in one go", (_what, read) => {
  for (const kind of [" ", ",", "?", "?!", ". ", "a", "ж", "1", "1 ", "a@", "a ", "hi, "]) {
    const began = performance.now();
    read(`${filled(kind, LONG)}x`);
    expect(performance.now() - began).toBeLessThan(QUICK_MS);
  }
});
