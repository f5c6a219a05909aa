import type { Answer, Citation, ClosestPassages, PassageAnswer } from "../../src/answer/answer.ts";
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
  kind: "answered" | "closest" | "near" = "answered",
): Answer {
  const answer = {
    kind: "answered",
    ...citation,
    snippet: { sentence: [0, 1], highlights: [] },
    confidence: 1,
    asksFor: "passage",
    nextQuestions: [],
  } as const;
  if (kind === "near") return { ...answer, kind: "unsure", verdict: kind, unknownWords: [] };
  return kind === "answered" ? answer : asClosest(answer);
}

/** The same passage, as the closest one. */
export function asClosest(answer: PassageAnswer): ClosestPassages {
  return { ...answer, kind: "unsure", verdict: "closest", others: [] };
}

export const refusal: Answer = {
  kind: "not-covered",
  reason: "not-said",
  unknownWords: [],
  confidence: 0,
  nextQuestions: [],
};
