import type { Hit } from "../../search/findings.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { Citation, NotCovered, PassageAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { missingWords } from "./missing-words.ts";

/** Answers with the best passage found, or says that the article does not cover the question. */
export function passageAnswer(
  question: SearchedQuestion,
  library: ArticleLibrary,
): PassageAnswer | NotCovered {
  const { query, hits, confidence, verdict } = question.findings;
  const [best] = hits;
  if (!best || verdict === "nothing") return notCovered(question, library);

  return {
    kind: verdict === "answered" ? "answered" : "unsure",
    ...citeHit(best, query),
    confidence,
    asksFor: "passage",
    lacksFact: verdict === "near",
    nextQuestions: library.suggest(best.article, {
      question: question.text,
      passage: best.passage.id,
      seen: question.context.seen,
    }),
  };
}

/** Turns a hit into a citation, with the snippet that answers the query. */
export function citeHit(hit: Hit, query: Query) {
  const { article, section, passage, by } = hit;
  const snippet = snippetOf(passage, query, hit);
  return { article, section, passage, snippet, ...(by !== undefined && { by }) };
}

/** Says that the article does not answer, which words it never uses, and what to ask instead. */
export function notCovered(
  { article, text, context, findings }: SearchedQuestion,
  library: ArticleLibrary,
): NotCovered {
  const { query, hits, confidence } = findings;
  const nearest = article ?? hits[0]?.article;
  return {
    kind: "not-covered",
    reason: "not-said",
    unknownWords: missingWords(query, library.hasSoundOf),
    ...(nearest && { article: nearest }),
    confidence,
    nextQuestions: nearest ? library.suggest(nearest, { question: text, seen: context.seen }) : [],
  };
}

/** Answers with a passage that the conversation points to, regardless of what the search found. */
export function answerWithCitation(
  citation: Citation,
  { text, context, findings }: SearchedQuestion,
  { suggest }: ArticleLibrary,
  query: Query = findings.query,
): PassageAnswer {
  const { article, passage } = citation;
  return {
    kind: "answered",
    ...citation,
    snippet: citation.snippet ?? snippetOf(passage, query, citation),
    confidence: 1,
    asksFor: "passage",
    nextQuestions: suggest(article, { question: text, passage: passage.id, seen: context.seen }),
  };
}
