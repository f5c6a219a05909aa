import { assert, constantFrom, oneof, property, string, array } from "fast-check";
import { expect, test } from "vitest";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { answerReply } from "../../../src/telegram/replies/answer-reply.ts";
import { writeCallbackData } from "../../../src/telegram/callback/callback-data.ts";
import type { Button, Reply } from "../../../src/telegram/replies/reply.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { articlesIn } from "../../support/sample-bot.ts";

/** What Telegram would reject in a reply. */
function faultsIn({ text: { text, entities }, buttons }: Reply): string[] {
  const outside = entities.filter(({ offset, length }) => {
    return offset < 0 || length <= 0 || offset + length > text.length;
  });
  const wrong = buttons.flat().filter((button) => button.label === "" || isTooLong(button));
  return [
    ...(text.trim() === "" ? ["empty text"] : []),
    ...(text.length > 4096 ? [`${text.length} characters`] : []),
    ...(entities.length > 100 ? [`${entities.length} entities`] : []),
    ...outside.map(({ type }) => `${type} outside the text`),
    ...wrong.map(({ label }) => `bad button ${label}`),
    ...(text.isWellFormed() ? [] : ["half a character"]),
  ];
}

function isTooLong(button: Button): boolean {
  if ("copy" in button) return button.copy.length > 256;
  return "data" in button && Buffer.byteLength(writeCallbackData(button.data)) > 64;
}

const words = constantFrom(
  "who",
  "says",
  "ferry",
  "Renn",
  "when",
  "points",
  "it",
  "<b>",
  "&",
  "🚢",
);
const question = oneof(
  string({ unit: "binary", maxLength: 200 }),
  array(words, { maxLength: 12 }).map((some) => some.join(" ")),
);

test("whatever is asked, Telegram accepts the reply", () => {
  const answerQuestion = prepareAnswers(articlesIn("test/fixtures/articles"));
  assert(
    property(array(question, { minLength: 1, maxLength: 4 }), (questions) => {
      let context = {};
      for (const text of questions) {
        const outcome = answerQuestion(text, context);
        context = outcome.context;
        expect(faultsIn(answerReply(outcome, wordingFor("en")))).toEqual([]);
      }
    }),
  );
});

test("a passage too long for a message keeps the sentence that answers and its speaker", () => {
  const filler = "Nothing much happened on that day in town. ".repeat(150);
  const markdown = `# Long\n\n${filler}The bridge was closed by the mayor in May. ${filler}\n`;
  const parsed = parseArticle(markdown, "long.md");
  const articles = parsed.kind === "parsed" ? [parsed.article] : [];

  const reply = answerReply(
    prepareAnswers(articles)("When was the bridge closed by the mayor?"),
    wordingFor("en"),
  );
  expect(faultsIn(reply)).toEqual([]);
  expect(reply.text.text).toMatch(/… The bridge was closed by the mayor in May\..* …\nReport$/u);
});

test("a card names neither publisher nor section if neither is known", () => {
  const read = parseArticle(
    "# Night ferry\n\nA night ferry will link the town with the island.\n\nIt leaves at ten every evening except Sunday.\n\nA single ticket costs 9 crowns.\n\nThe islanders fear for their quiet.\n",
    "plain.md",
  );
  if (read.kind !== "parsed") throw new Error("the article is faulty");
  const { text } = answerReply(
    prepareAnswers([read.article])("How much is a single ticket?"),
    wordingFor("en"),
  );
  expect(text.text).toBe("A single ticket costs 9 crowns.\nReport");
});
