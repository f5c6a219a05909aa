import { readFileSync } from "node:fs";
import type { Article } from "../../src/article/article.ts";
import type { ReaderSet } from "../../src/evaluation/reader-questions.ts";
import { parseSquad } from "../../src/evaluation/squad.ts";
import { encyclopediaQuestions, readersQuestions } from "../../src/training/labelled-questions.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";

const file = new URL("../fixtures/two-articles.squad.json", import.meta.url);

/** Two articles with questions of an encyclopedia. */
export const SQUAD = parseSquad(JSON.parse(readFileSync(file, "utf8")));

function articleOn(slug: string, ...texts: readonly string[]): Article {
  const passages = texts.map((text, number) => samplePassage(`${slug}-${number}`, text));
  return bridgeArticle({ slug, title: slug, sections: [{ id: "only", heading: "", passages }] });
}

export const STORM = articleOn(
  "storm",
  "The storm tore the roof off the mill on Monday.",
  "Nobody was hurt, said Ines Marlow.",
  "The miller wants a new roof by May.",
);
export const MARKET = articleOn(
  "market",
  "The market on Corn Square will close in June.",
  "Traders fear for their stalls.",
);

/** What readers ask about two articles. */
export const READERS: ReaderSet = {
  name: "readers",
  chats: [
    {
      id: "1",
      article: STORM,
      type: "cold",
      turns: [
        { question: "When did the storm hit the mill?", gold: [0], isJudged: true },
        { question: "Was anybody hurt?", gold: [1], isJudged: true },
      ],
    },
    {
      id: "2",
      article: STORM,
      type: "absent",
      turns: [{ question: "How much will the roof cost?", gold: [], isJudged: true }],
    },
    {
      id: "3",
      article: MARKET,
      type: "cold",
      turns: [{ question: "When does the market close?", gold: [0, 1], isJudged: true }],
    },
    {
      id: "4",
      article: MARKET,
      type: "off",
      turns: [{ question: "Best phone?", gold: [], isJudged: true }],
    },
    {
      id: "5",
      article: MARKET,
      type: "cold",
      turns: [{ question: "Thank you!", gold: [], isJudged: false }],
    },
  ],
};

export const LABELLED = [...encyclopediaQuestions(SQUAD), ...readersQuestions([READERS])];
