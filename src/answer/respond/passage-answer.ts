import type { Hit } from "../../search/findings.ts";
import { CLASSES_WANTED } from "../../languages/token-classes.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { snippetOf } from "../../search/snippet.ts";
import { foldWord } from "../../text/words.ts";
import type { Citation, NotCovered, PassageAnswer } from "../answer.ts";
import type { ResolvedQuestion } from "../conversation/resolve-question.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";

/** The best passage found as an answer, or that nothing found answers. */
export function passageAnswer(
  asked: ResolvedQuestion,
  library: ArticleLibrary,
  asksFor: PassageAnswer["asksFor"] = "passage",
): PassageAnswer | NotCovered {
  const { query, hits, confidence, verdict } = asked.findings;
  const [best] = hits;
  if (!best || verdict === "not-covered") return notCovered(asked, library);

  return {
    kind: verdict,
    ...citeHit(best, query),
    confidence,
    asksFor,
    corrections: query.words.flatMap(({ word, readAs }) =>
      readAs === undefined ? [] : [{ word, readAs }],
    ),
    lacksFact: verdict === "unsure" && lacksFact(best, query),
    nextQuestions: library.suggest(best.article, {
      question: asked.text,
      passage: best.passage.id,
      seen: asked.before.seen,
    }),
  };
}

/** A passage found, with what of it answers. */
export function citeHit({ article, section, passage, by }: Hit, query: Query) {
  const snippet = snippetOf(passage, query, by);
  return { article, section, passage, snippet, ...(by !== undefined && { by }) };
}

/** Of these features one tells whether a passage has what is wanted; the others are zero. */
const FACTS = ["time", "person", "number", "place", "reason"];

/** The topic is there and the thing asked for is not. */
function lacksFact({ features }: Hit, { answerType }: Query): boolean {
  return CLASSES_WANTED[answerType] !== 0 && FACTS.every((fact) => features[fact] === 0);
}

/** That the article does not say, with what it never mentions and where to go on. */
export function notCovered(
  { article, text, findings, before, pack }: ResolvedQuestion,
  library: ArticleLibrary,
): NotCovered {
  const { query, confidence } = findings;
  const near = article ?? findings.hits[0]?.article;
  return {
    kind: "not-covered",
    reason: "not-said",
    unknownWords: neverMentioned(query, pack),
    ...(near && { article: near }),
    confidence,
    nextQuestions: near ? library.suggest(near, { question: text, seen: before.seen }) : [],
  };
}

/** Words that every question has, and those for the text itself, would be no news. */
function neverMentioned({ words }: Query, { words: { text } }: LanguagePack): string[] {
  return words
    .filter(({ status, isEveryday }) => status === "unknown" && !isEveryday)
    .map(({ word }) => word)
    .filter((word) => !text.has(foldWord(word)));
}

/** A passage that the conversation leads to, without a search. */
export function cite(
  citation: Citation,
  asksFor: PassageAnswer["asksFor"],
  { text, before, findings }: ResolvedQuestion,
  { suggest }: ArticleLibrary,
): PassageAnswer {
  const { article, passage, by } = citation;
  return {
    kind: "answered",
    ...citation,
    snippet: citation.snippet ?? snippetOf(passage, findings.query, by),
    confidence: 1,
    asksFor,
    corrections: [],
    nextQuestions: suggest(article, { question: text, passage: passage.id, seen: before.seen }),
  };
}
