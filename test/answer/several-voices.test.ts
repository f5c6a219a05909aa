import { asClosest } from "../evaluation/sample-answers.ts";
import { describe, expect, test } from "vitest";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Context } from "../../src/answer/answer.ts";
import { contextOfQuote } from "../../src/answer/conversation/context-of-quote.ts";
import { replyText } from "../../src/cli/answer-record.ts";
import { answerRecord } from "../../src/cli/answer-record.ts";
import { answerReply } from "../../src/telegram/replies/answer-reply.ts";
import { groupReply } from "../../src/telegram/replies/group-reply.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { askOnHarbour, harbour } from "../support/harbour.ts";

const ask = askOnHarbour();

/** The attribution of the first passage shown. */
function attributionIn(question: string, context: Context = {}) {
  const [shown] = answerRecord(ask(question, context)).passages;
  return shown && [shown.id, shown.speaker, shown.kind, shown.quoted];
}

describe("an answer is attributed to the person whose words answer, not to the paragraph's speaker", () => {
  test.each([
    ["When will the ferry companies merge?", ["merger", "gazette", "report", false]],
    ["When does the council vote?", ["merger", "gazette", "report", false]],
    ["Will fares rise?", ["merger", "renn", "opinion", false]],
    ["Is the quay too short for the ships?", ["merger", "ann", "announcement", true]],
    ["How many lorries does the ferry carry?", ["lorries", "gazette", "report", false]],
    ["What did Renn say about fares?", ["merger", "renn", "opinion", false]],
    ["What does the harbour master say about the quay?", ["merger", "ann", "announcement", true]],
    ["What does Renn say about a second ship?", ["ship", "renn", "announcement", false]],
  ])("%s", (question, expected) => {
    expect(attributionIn(question)).toEqual(expected);
  });

  test("a number in somebody else's words does not attribute the answer to them", () => {
    const parsed = parseArticle(
      "---\ntitle: Flood\nsource: { publisher: courier }\npeople:\n  courier: { name: Courier, capacity: newspaper }\n  petro: { name: Petro, capacity: farmer }\n---\n\nThe dam broke at dawn, and [“we had four minutes to run,”]{by=petro quoted} a farmer recalled.\n",
      "flood.md",
    );
    const answerOn = prepareAnswers(parsed.kind === "parsed" ? [parsed.article] : []);
    const speakerOn = (question: string) => answerRecord(answerOn(question)).passages[0]?.speaker;
    expect(speakerOn("When did the dam break?")).toBe("courier");
    expect(speakerOn("How many minutes did they have to run?")).toBe("petro");
  });

  test("what others say in the same paragraph does not answer for a person", () => {
    for (const question of [
      "What did Renn say about the council?",
      "What does Ann Marsh say about fares?",
      "What did Renn say about the quay?",
    ]) {
      const answer = { kind: "unsure", verdict: "near", notSaidBy: {} };
      expect(ask(question).answer).toMatchObject(answer);
    }
  });

  test("a person's points include their words in another's paragraph", () => {
    const { answer } = ask("What are Renn's main points?");
    const points = answer.kind === "points" ? answer.points : [];
    expect(points.map(({ passage, by }) => [passage.id, by])).toEqual([
      ["merger", "renn"],
      ["ship", "renn"],
    ]);
    expect(answerRecord(ask("What are Renn's main points?")).passages).toMatchObject([
      { id: "merger", speaker: "renn", kind: "opinion" },
      { id: "ship", speaker: "renn" },
    ]);
  });

  test("“who says that?” is about the words that answered", () => {
    const { context } = ask("Is the quay too short for the ships?");
    const { answer } = ask("Who says that?", context);
    expect(answerReply({ answer }, wordingFor("en")).text.text).toMatch(/^Said by Ann Marsh\n/u);
    expect(attributionIn("Who said that fares will not rise?")).toEqual([
      "merger",
      "renn",
      "opinion",
      false,
    ]);
  });

  test("“who says that?” about a quotation is about its words", async () => {
    for (const [quote, person] of [
      ["Fares will not rise", "renn"],
      ["quay is too short", "ann"],
      ["The council votes", "gazette"],
    ] as const) {
      const articles = [harbour()];
      const answerQuestion = prepareAnswers(articles);
      const lookup = articleLookupInMemory(() => articles);
      const context = await contextOfQuote(quote, { articles: lookup, answerQuestion });
      expect(context?.person).toBe(person);
      expect(attributionIn("Who says that?", context)).toContain(person);
    }
  });
});

const text = (question: string) => replyText(ask(question));

describe("a reply attributes all words to those who say them", () => {
  test("a card names everybody whose words it shows, starting with whoever answers", () => {
    expect(text("Will fares rise?")).toMatchInlineSnapshot(`
      "The two ferry companies will merge in May. “Fares will not rise,” said director Tobias Renn. The council votes on the merger in April. “The quay is too short for their ships.”
      “Fares will not rise,” said director Tobias Renn: Tobias Renn, director of Holm Lines · opinion · partly quoted
      The rest: The Gazette, newspaper · report
      “The quay is too short for their ships”: Ann Marsh, harbour master · announcement · quoted
      § The merger · The Gazette"
    `);
    expect(text("When does the council vote on the merger?")).toMatchInlineSnapshot(`
      "A merger in May

      The two ferry companies will merge in May. “Fares will not rise,” said director Tobias Renn. The council votes on the merger in April. “The quay is too short for their ships.”
      The Gazette, newspaper · report
      “Fares will not rise,” said director Tobias Renn: Tobias Renn, director of Holm Lines · opinion · partly quoted
      “The quay is too short for their ships”: Ann Marsh, harbour master · announcement · quoted
      § The merger · The Gazette"
    `);
    expect(text("Чи зростуть ціни?")).toMatchInlineSnapshot(`
      "Дві поромні компанії об'єднаються в травні. Рада голосуватиме в квітні. «Причал закороткий для їхніх кораблів.» «Ціни не зростуть», – сказав директор.
      «Ціни не зростуть», – сказав директор: Тобіас Ренн, директор «Голм Лайнс» · думка · частково пряма мова
      Решта: Газета, газета · текст статті
      «Причал закороткий для їхніх кораблів»: Енн Марш, начальниця гавані · офіційна заява · пряма мова
      § The merger · Газета
      Переклад редакції"
    `);
  });

  test("a list shows only the person's words", () => {
    expect(text("What are Renn's main points?")).toMatchInlineSnapshot(`
      "Tobias Renn: main points
      director of Holm Lines

      § The merger
      1. “Fares will not rise,” said director Tobias Renn.
      2. Holm Lines will build a second ship.

      The Gazette"
    `);
    expect(text("Who is Ann Marsh?")).toContain("1 statement");
  });

  test("only one person's words are copied", () => {
    const { buttons } = answerReply(ask("Will fares rise?"), wordingFor("en"));
    const copied = buttons.flat().flatMap((button) => ("copy" in button ? [button.copy] : []));
    expect(copied).toEqual([
      "“Fares will not rise,” said director Tobias Renn.\n— Tobias Renn · The Gazette · partly quoted",
    ]);
  });

  test("in a group, an unsure answer is attributed to the person whose words come close", () => {
    const outcome = ask("Will fares rise?");
    const { answer } = outcome;
    if (answer.kind !== "answered") throw new Error("expected an answer");
    const weak = { ...outcome, answer: asClosest(answer) };
    expect(groupReply(weak, wordingFor("en")).text.text).toBe(
      "Perhaps this: “Fares will not rise,” said director Tobias Renn. · Tobias Renn",
    );
  });
});
