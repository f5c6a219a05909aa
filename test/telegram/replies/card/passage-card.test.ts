import { expect, test } from "vitest";
import type { Citation } from "../../../../src/answer/answer.ts";
import { citationsOf } from "../../../../src/answer/citations.ts";
import { parseArticle } from "../../../../src/article/parsing/parse-article.ts";
import type { Language } from "../../../../src/languages/language.ts";
import { headlineOf } from "../../../../src/telegram/replies/card/headline.ts";
import { passageCard, shortCard } from "../../../../src/telegram/replies/card/passage-card.ts";
import { wordingFor } from "../../../../src/telegram/wording/wording-for.ts";
import { renderText } from "../../../support/render-message.ts";

const FRONT_MATTER = `---
title: The island ferry
source: { publisher: tarn, url: https://tarn.example/ferry }
people:
  tarn: { name: The Tarn Times, capacity: newspaper }
  renn: { name: Tobias Renn, capacity: director of Holm Lines }
  ann: { name: Ann Marsh, capacity: harbour master }
---
`;

/** The first passage of an article with this body, cited without a search. */
function citationIn(body: string): Citation {
  const parsed = parseArticle(`${FRONT_MATTER}\n${body}\n`, "ferry.md");
  if (parsed.kind === "faulty") throw new Error(JSON.stringify(parsed));
  const [citation] = citationsOf(parsed.article);
  if (!citation) throw new Error("the article has no passage");
  return citation;
}

/** Without the words in the link: they are those of the quotation. */
const TEXT_FRAGMENT = /#:~:text=[^"]*/u;

function cardOf(body: string, card = passageCard): string {
  const { text, entities } = card(citationIn(body), wordingFor("en"));
  return renderText(text, entities).replace(TEXT_FRAGMENT, "");
}

const SOURCE = '<a href="https://tarn.example/ferry">The Tarn Times</a>';

test.each([
  {
    what: "a report names the publisher",
    body: "The ferry leaves at eight.",
    card: [
      "<blockquote>The ferry leaves at eight.</blockquote>",
      "<i>The Tarn Times, newspaper · report</i>",
      SOURCE,
    ],
  },
  {
    what: "an announcement names the speaker and says that it is retold",
    body: "Holm Lines will build a second ship. {by=renn kind=announcement}",
    card: [
      "<blockquote>Holm Lines will build a second ship.</blockquote>",
      "<i>Tobias Renn, director of Holm Lines · announcement · retold</i>",
      SOURCE,
    ],
  },
  {
    what: "an opinion in the speaker's own words is quoted",
    body: "“The quay is a disgrace.” {by=ann kind=opinion quoted}",
    card: [
      "<blockquote>“The quay is a disgrace.”</blockquote>",
      "<i>Ann Marsh, harbour master · opinion · quoted</i>",
      SOURCE,
    ],
  },
  {
    what: "a mixed quotation is partly quoted",
    body: "The quay is “a disgrace”, she said. {by=ann kind=opinion quoted=mixed}",
    card: [
      "<blockquote>The quay is “a disgrace”, she said.</blockquote>",
      "<i>Ann Marsh, harbour master · opinion · partly quoted</i>",
      SOURCE,
    ],
  },
  {
    what: "of several voices, each has a line with their words",
    body: "The firms merge in May. [“Fares will not rise.”]{by=renn kind=announcement quoted} [The quay is too short.]{by=ann kind=opinion}",
    card: [
      "<blockquote>The firms merge in May. “Fares will not rise.” The quay is too short.</blockquote>",
      "<i>The Tarn Times, newspaper · report</i>",
      "<i>“Fares will not rise”: Tobias Renn, director of Holm Lines · announcement · quoted</i>",
      "<i>“The quay is too short”: Ann Marsh, harbour master · opinion · retold</i>",
      SOURCE,
    ],
  },
  {
    what: "lead, section and note have lines of their own",
    body: '## Fares\n\nA ticket costs 9 crowns. {lead="9 crowns" note="Since May."}',
    card: [
      "<b>9 crowns</b>",
      "",
      "<blockquote>A ticket costs 9 crowns.</blockquote>",
      "<i>The Tarn Times, newspaper · report</i>",
      `§ Fares · ${SOURCE}`,
      "",
      "Editor's note: Since May.",
    ],
  },
])("$what", ({ body, card }) => {
  expect(cardOf(body).split("\n")).toEqual(card);
});

test("a digest says that even quoted words are retold", () => {
  const citation = citationIn("“The quay is a disgrace.” {by=ann kind=opinion quoted}");
  const digest: Citation = { ...citation, article: { ...citation.article, text: "digest" } };
  expect(passageCard(digest, wordingFor("en")).text).toContain(
    "Ann Marsh, harbour master · opinion · quoted in the article, retold here",
  );
});

test("a neighbour's card has neither capacity nor section nor note", () => {
  const body = '## Fares\n\nA ticket costs 9 crowns. {by=renn kind=announcement note="Since May."}';
  expect(cardOf(body, shortCard).split("\n")).toEqual([
    "<blockquote>A ticket costs 9 crowns.</blockquote>",
    "<i>Tobias Renn · announcement · retold</i>",
  ]);
});

test("Telegram folds a long quotation", () => {
  const sentence = "Nothing much happened on that day in the whole of the town of Tarn. ";
  expect(cardOf(sentence.repeat(5))).toContain("<blockquote expandable>Nothing much");
});

test("the label of a voice cuts long words", () => {
  const words =
    "The quay is too short for their ships and the harbour has no room for a longer one.";
  expect(cardOf(`The firms merge. [${words}]{by=ann kind=opinion}`)).toContain(
    "<i>“The quay is too short for their ships and the …”: Ann Marsh",
  );
});

test("without a lead, the headline cuts long words", () => {
  const citation = citationIn(`The ferry ${"leaves at eight and ".repeat(10)}returns at nine.`);
  const headline = headlineOf(citation);
  expect(headline.length).toBeLessThanOrEqual(90);
  expect(headline).toMatch(/^The ferry leaves at eight and .* …$/u);
});

test("however many words match, the card stays within Telegram's 100 entities", () => {
  const citation = citationIn("ferry ".repeat(200).trim());
  const highlights = Array.from({ length: 200 }, (_, at) => [at * 6, at * 6 + 5] as const);
  const snippet = { sentence: [0, 5] as const, highlights };
  const { entities } = passageCard({ ...citation, snippet }, wordingFor("en"));
  expect(entities.length).toBeLessThanOrEqual(100);
  expect(entities.filter(({ type }) => type === "bold").length).toBeGreaterThan(50);
});

/** The card's last line: section, publisher, language. */
function placeOf(language: string, readers: Language): string {
  const text = `---\nlanguage: ${language}\nsource: { title: News }\n---\n# Ferry\n\nThe ferry.`;
  const parsed = parseArticle(text, "ferry.md");
  if (parsed.kind === "faulty") throw new Error(JSON.stringify(parsed));
  const [citation] = citationsOf(parsed.article);
  return citation ? (passageCard(citation, wordingFor(readers)).text.split("\n").at(-1) ?? "") : "";
}

test.each<[string, Language, string]>([
  ["uk", "en", "in Ukrainian"],
  ["ru-RU", "en", "in Russian"],
  ["de-AT", "en", "in German"],
  ["en", "uk", "англійською"],
  ["de", "uk", "мова: німецька"],
  ["en-GB", "ru", "на английском"],
  ["pl", "ru", "язык: польский"],
])("a card from an article in %s says so to a reader of %s: %s", (language, readers, line) => {
  expect(placeOf(language, readers)).toBe(line);
});

test.each<[string, Language]>([
  ["en", "en"],
  ["uk-UA", "uk"],
  ["zz", "en"],
])("a card from an article in %s names no language to a reader of %s", (language, readers) => {
  expect(["Report", "Текст статті"]).toContain(placeOf(language, readers));
});
