import { expect, test } from "vitest";
import { prepareAnswers } from "../../../../src/answer/answer-question.ts";
import { parseArticle } from "../../../../src/article/parsing/parse-article.ts";
import { answerReply } from "../../../../src/telegram/replies/answer-reply.ts";
import { wordingFor } from "../../../../src/telegram/wording/wording-for.ts";
import { harbourFolder } from "../../../support/harbour.ts";
import { openBotChat } from "../../../support/sample-bot.ts";

test("a card names everyone whose words it shows, and “who says that?” the one whose words answer", async () => {
  const chat = await openBotChat(harbourFolder());
  expect((await chat.say("Will fares rise?")).shown).toMatchInlineSnapshot(`
    "<blockquote>The two ferry companies will merge in May. “<b>Fares</b> will not <b>rise</b>,” said director Tobias Renn. The council votes on the merger in April. “The quay is too short for their ships.”</blockquote>
    <i>“Fares will not rise,” said director Tobias Renn: Tobias Renn, director of Holm Lines · opinion · partly quoted</i>
    <i>The rest: The Gazette, newspaper · report</i>
    <i>“The quay is too short for their ships”: Ann Marsh, harbour master · announcement · quoted</i>
    § The merger · The Gazette
    [👍] [👎] [Copy] [Share]"
  `);
  expect((await chat.say("Who says that?")).shown).toMatch(/^Said by <b>Tobias Renn<\/b>\n/u);
});

test("a person's points open with that person's words first", async () => {
  const chat = await openBotChat(harbourFolder());
  const list = await chat.say("What are Ann Marsh's main points?");
  expect(list.shown).toContain("1. “The quay is too short for their ships.”");
  const opened = await chat.press("1");
  expect(opened.shown).toContain(
    "<i>“The quay is too short for their ships”: Ann Marsh, harbour master · announcement · quoted</i>\n<i>The rest: The Gazette",
  );
  expect((await chat.say("Who says that?")).shown).toMatch(/^Said by <b>Ann Marsh<\/b>\n/u);
});

test("in another chat, a passage is offered as one person's words", async () => {
  const chat = await openBotChat(harbourFolder());
  const results = await chat.inline("Will fares rise?");
  expect(results.answer?.results[0]).toMatchObject({
    title: "“Fares will not rise,” said director Tobias Renn.",
    description: "Tobias Renn · “Fares will not rise,” said director Tobias Renn.",
  });
});

test("a translated card and its original name the same person first", async () => {
  const chat = await openBotChat(harbourFolder());
  const card = await chat.say("Чи зростуть ціни?");
  expect(card.shown).toContain("<i>«Ціни не зростуть», – сказав директор: Тобіас Ренн");
  const original = await chat.press("Оригінал");
  expect(original.shown).toContain(
    "<i>“Fares will not rise,” said director Tobias Renn: Tobias Renn",
  );
});

test("a card names everyone in the passage and still fits into a message", () => {
  const ids = Array.from({ length: 40 }, (_, at) => `p${at}`);
  const people = ids.map(
    (id) => `  ${id}: { name: Speaker ${id}, capacity: member of the council }`,
  );
  const spans = ids.map((id) => `[The ferry of ${id} is late again today.]{by=${id} quoted}`);
  const parsed = parseArticle(
    `---\ntitle: T\npeople:\n${people.join("\n")}\n---\n\nThe council met. ${spans.join(" ")}\n`,
    "t.md",
  );
  const articles = parsed.kind === "parsed" ? [parsed.article] : [];
  const outcome = prepareAnswers(articles)("Which ferry is late again today?");
  const { text, entities } = answerReply(outcome, wordingFor("en")).text;
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(entities.length).toBeLessThanOrEqual(100);
  expect(ids.filter((id) => !text.includes(`Speaker ${id}`))).toEqual([]);
});
