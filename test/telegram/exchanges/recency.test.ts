import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";
import { articleFolder } from "../../support/article-folder.ts";

const dated = (published: string, ...paragraphs: readonly string[]) =>
  `---\ntitle: Of ${published || "no date"}\nlanguage: en\nsource: { published: ${published || '""'} }\n---\n\n${paragraphs.join("\n\n")}\n`;

const TAG = /<[^>]+>/gu;

async function answerFrom(files: Readonly<Record<string, string>>, question: string) {
  const chat = await openBotChat(articleFolder(files));
  return (await chat.say(question)).shown.replaceAll(TAG, "");
}

test("of two articles that answer alike, the later one does", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  const { shown } = await chat.say("How much is a ferry ticket?");
  expect(shown.replaceAll(TAG, "")).toContain("11 crowns");
  expect(shown).toContain("The ferry sails again");
});

const NINE = "A ticket for the ferry costs 9 crowns.";
const ELEVEN = "A ticket for the ferry costs 11 crowns.";

test.each([
  ["the first file is later", "2 May 2026", "1 May 2026", "9 crowns"],
  ["the second file is later", "1 May 2026", "2 May 2026", "11 crowns"],
  ["another year is later than another month", "2 May 2025", "1 March 2026", "11 crowns"],
  ["both are of one day", "1 May 2026", "1 May 2026", "9 crowns"],
  ["a day without a year is neither", "1 May", "2 May", "9 crowns"],
])("%s", async (_, first, second, answer) => {
  const files = { "a.md": dated(first, NINE), "b.md": dated(second, ELEVEN) };
  expect(await answerFrom(files, "How much is a ferry ticket?")).toContain(answer);
});

test("a better fit stays first, however old it is", async () => {
  const files = {
    "a.md": dated("1 May 2020", "A single ticket for the night ferry costs 9 crowns."),
    "b.md": dated(
      "2 May 2026",
      "The ferry carries a hundred people, and a ticket is sold on board.",
    ),
  };
  expect(await answerFrom(files, "How much is a ticket for the night ferry?")).toContain(
    "9 crowns",
  );
});

test("within an article, the order of what fits alike stays", async () => {
  const files = {
    "a.md": dated("1 May 2026", NINE, ELEVEN),
    "b.md": dated("2 May 2020", "The library is closed."),
  };
  expect(await answerFrom(files, "How much is a ferry ticket?")).toMatch(/9 crowns[^]*11 crowns/u);
});
