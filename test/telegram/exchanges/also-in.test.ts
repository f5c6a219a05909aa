import { expect, test } from "vitest";
import { articleFolder } from "../../support/article-folder.ts";
import { openBotChat } from "../../support/sample-bot.ts";

test("what two articles say in the same words is answered once, with a way to the other", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  const { shown } = await chat.say("How many dockers walked out on Monday evening?");
  expect(shown).toMatchInlineSnapshot(`
    "<blockquote><b>Sixty dockers walked</b> out at Skerra on <b>Monday evening</b> and left the ferry without a crew for <b>three</b> days.</blockquote>
    <i>Coast Wire · report</i>
    Skerra ferry halted by walkout · <a href="https://wire.example/skerra#:~:text=Sixty%20dockers%20walked%20out%20at%20Skerra%20on%20Monday%20evening%20and%20left%20the%20ferry%20without%20a%20crew%20for%20three%20days.">Coast Wire</a>
    Also in: <a href="https://herald.example/ferry-strike">Dockers stop the ferry</a>
    [↗ Dockers stop the ferry]
    [All articles]
    [👍] [👎] [Copy] [Share]"
  `);
  expect((await chat.press("↗ Dockers stop the ferry")).shown).toContain("Dockers stop the ferry");
});

test("a reply to the card is about the article of its passage", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  await chat.say("How many dockers walked out on Monday evening?");
  const { shown } = await chat.replyTo().say("how many strikes were there in ten years?");
  expect(shown).toContain("has had <b>four");
});

test("somebody's words in two articles", async () => {
  const chat = await openBotChat("test/fixtures/archive");
  const { shown } = await chat.say("What did Piet Oster say about loading the ferry?");
  expect(shown).toContain("sold to us as a favour");
  expect(shown).toContain("Also in: ");
});

const article = (title: string, people: string, ...paragraphs: readonly string[]) =>
  `---\ntitle: ${title}\nlanguage: en\nsource: { publisher: ${title} }\npeople: { ${people} }\n---\n\n${paragraphs.join("\n\n")}\n`;

const TWELVE =
  "The council of Skerra voted on Tuesday to close 12 of the old berths in the harbour.";

test.each([
  ["the very same", TWELVE],
  ["a word changed", TWELVE.replace("old berths", "older berths")],
  ["more around it", `Rain fell. ${TWELVE} Nobody objected.`],
])("%s is a copy", async (_, other) => {
  const files = { "a.md": article("Herald", "", TWELVE), "b.md": article("Wire", "", other) };
  const chat = await openBotChat(articleFolder(files));
  const { shown } = await chat.say("How many berths did the council of Skerra vote to close?");
  expect(shown.match(/Skerra/gu)).toHaveLength(1);
  expect(shown).toContain("Also in: ");
});

test.each([
  ["another number", TWELVE.replace("12", "14")],
  ["a denial", TWELVE.replace("voted on Tuesday", "has not voted on Tuesday")],
  ["other words", "Twelve berths will be gone: the council of Skerra has decided against them."],
])("%s is none", async (_, other) => {
  const files = { "a.md": article("Herald", "", TWELVE), "b.md": article("Wire", "", other) };
  const chat = await openBotChat(articleFolder(files));
  const { shown } = await chat.say("How many berths did the council of Skerra vote to close?");
  expect(shown).not.toContain("Also in");
});

test("the same words in the mouths of two people are no copy", async () => {
  const said = "“The harbour will never be what it was before the storm came.”";
  const files = {
    "a.md": article(
      "Herald",
      "ann: { name: Ann Marlow, capacity: mayor }",
      `${said} {by=ann kind=opinion quoted}`,
    ),
    "b.md": article(
      "Wire",
      "piet: { name: Piet Oster, capacity: docker }",
      `${said} {by=piet kind=opinion quoted}`,
    ),
  };
  const chat = await openBotChat(articleFolder(files));
  const { shown } = await chat.say("What will the harbour never be?");
  expect(shown).not.toContain("Also in");
});

test("no two alternatives say the same", async () => {
  const paragraphs = [
    "The lighthouse on the west cliff is to be painted white.",
    "The lighthouse on the west cliff is to be painted white.",
    "Nobody has lived in the lighthouse for forty years.",
    "The lighthouse keeper's garden is open to visitors.",
  ];
  const chat = await openBotChat(articleFolder({ "a.md": article("Herald", "", ...paragraphs) }));
  const { shown } = await chat.say("lighthouse");
  expect(shown).toContain("Which");
  expect(shown.match(/painted white/gu) ?? []).toHaveLength(1);
});
