import type { Answer, Citation, PassageAnswer } from "../../src/answer/answer.ts";
import type { Article, Passage } from "../../src/article/article.ts";
import { bridgeArticle } from "../search/sample.ts";

export const bridge = bridgeArticle();

export function citationOf(id: string, article: Article = bridge): Citation {
  for (const section of article.sections) {
    const passage = section.passages.find((candidate) => candidate.id === id);
    if (passage) return { article, section, passage };
  }
  throw new Error(`the sample has no passage ${id}`);
}

/** A citation of a passage that differs from the article's. */
export function falsified(id: string, changes: Partial<Passage>): Citation {
  const citation = citationOf(id);
  return { ...citation, passage: { ...citation.passage, ...changes } };
}

export function passageAnswer(
  citation: Citation,
  kind: PassageAnswer["kind"] = "answered",
): Answer {
  return {
    kind,
    ...citation,
    snippet: { sentence: [0, 1], highlights: [] },
    confidence: 1,
    asksFor: "passage",
    nextQuestions: [],
  };
}

export const refusal: Answer = {
  kind: "not-covered",
  reason: "not-said",
  unknownWords: [],
  confidence: 0,
  nextQuestions: [],
};
