import { describe, expect, test } from "vitest";
import { statementOf } from "../../../src/answer/statement.ts";
import type { Article } from "../../../src/article/article.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { LANGUAGES } from "../../../src/languages/language.ts";
import { articleIn } from "../../../src/article/translation.ts";
import { referenceTo } from "../../../src/article/reference-to.ts";
import {
  findPosition,
  passagesIn,
  type PassageSequence,
} from "../../../src/telegram/callback/sequence.ts";
import { browseReply } from "../../../src/telegram/replies/browse-reply.ts";
import { listReply } from "../../../src/telegram/replies/list-reply.ts";
import type { Button } from "../../../src/telegram/replies/reply.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { wordsIn } from "../../../src/text/words.ts";
import { articleFolder } from "../../support/article-folder.ts";
import { BARE_PORT, BARE_PORT_RU, BARE_PORT_UK, MARKED_PORT } from "../../support/port-articles.ts";
import { articlesIn } from "../../support/sample-bot.ts";

const MADE_UP = {
  "a.md": BARE_PORT,
  "b.md": BARE_PORT_UK,
  "c.md": BARE_PORT_RU,
  "d.md": MARKED_PORT,
};

const wording = wordingFor("en");

function everyArticle(): Article[] {
  const articles = [
    ...articlesIn("content"),
    ...articlesIn("test/fixtures/articles"),
    ...articlesIn(articleFolder(MADE_UP)),
  ];
  return articles.flatMap((article) => [
    ...new Set(LANGUAGES.map((language) => articleIn(article, language))),
  ]);
}

function everySequence({ sections, people }: Article): PassageSequence[] {
  return [
    ...sections.map(({ id }) => ({ sequence: "section", of: id }) as const),
    ...people.flatMap(({ id }) => [
      { sequence: "person", of: id } as const,
      { sequence: "about", of: id } as const,
    ]),
    { sequence: "points", of: "" },
    { sequence: "facts", of: "" },
    { sequence: "timeline", of: "" },
  ];
}

/** Every list that has entries. */
function everyList() {
  return everyArticle().flatMap((article) =>
    everySequence(article)
      .map((sequence) => ({ article, sequence, passages: passagesIn(article, sequence) }))
      .filter(({ passages }) => passages.length > 0),
  );
}

const words = (text: string) => wordsIn(text).map((word) => word.text);

function positionIn(button: Button): number | undefined {
  return "data" in button && button.data.ask === "see" ? button.data.at : undefined;
}

describe("every entry of every list", () => {
  test("opens a passage that has the statement in it", () => {
    for (const { article, sequence, passages } of everyList()) {
      for (const [at, citation] of passages.entries()) {
        const card = browseReply(article, { ...sequence, at }, wording)?.text.text ?? "";
        const statement = statementOf(citation).replaceAll(/^… | …$/gu, "");
        expect(words(card).join(" ")).toContain(words(statement).join(" "));
      }
    }
  });

  test("has a button that opens it, on one of the pages, which are short", () => {
    for (const { article, sequence, passages } of everyList()) {
      const opened: number[] = [];
      for (let page = 0; opened.length < passages.length && page < 20; page += 1) {
        const { text, buttons } = listReply(article, { ...sequence, at: page }, wording);
        opened.push(...buttons.flat().flatMap((button) => positionIn(button) ?? []));
        expect(text.text.length).toBeLessThan(1600);
      }
      expect(opened).toEqual(passages.map((_, at) => at));
      const button = {
        ...sequence,
        ask: "list",
        article: "",
        of: referenceTo(sequence.of),
        at: 0,
      } as const;
      expect(findPosition(button, article)).toEqual({ ...sequence, at: 0 });
    }
  });

  test("is a statement: no section's heading, and no more than a few words short of a sentence", () => {
    for (const { article, passages } of everyList()) {
      const headings = article.sections.map(({ heading = "" }) => heading);
      for (const citation of passages) {
        const statement = statementOf(citation);
        expect(headings).not.toContain(statement);
        const isShort = words(statement).length < 4;
        expect(isShort && words(citation.passage.text).length > 6 ? statement : "").toBe("");
      }
    }
  });

  test("of points can be read without the sentence before it", () => {
    for (const { article, sequence, passages } of everyList()) {
      if (sequence.sequence !== "points") continue;
      const hanging = passages
        .map(statementOf)
        .filter((statement) => packFor(article.language).hangingStart.test(statement));
      expect(hanging).toEqual([]);
    }
  });
});
