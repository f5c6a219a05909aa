import type { Steps } from "../languages/steps.ts";
import type { Findings } from "../search/findings.ts";
import type { Query } from "../search/query/parse-query.ts";
import { mainQuery } from "../search/query/parse-question.ts";
import type { ArticleLibrary } from "./article-library.ts";
import type { ResolvedQuestion } from "./conversation/resolve-question.ts";
import { isSamePerson } from "./archive/same-person.ts";
import { intentOf, type Intent, type Speakers } from "./intent/intent.ts";

/** A resolved question with its intent and what the search found for it. */
export type SearchedQuestion = ResolvedQuestion & {
  readonly intent: Intent;
  readonly findings: Findings;
};

/**
 * Searches the conversation's article first. If nothing in it comes close, searches all: the reader may have
 * moved on to another without saying so. An answer there counts for more than what is merely near here, and what is
 * near there for more than nothing here, if no word of the question is unknown to all. What the others have makes no
 * passage of its own an answer.
 */
export function* searchQuestion(
  question: ResolvedQuestion,
  library: ArticleLibrary,
): Steps<SearchedQuestion> {
  const searched = yield* searchFor(question, library);
  const { intent, findings } = searched;
  const isFound = findings.verdict === "answered" || findings.verdict === "closest";
  if (!question.elsewhere || isFound || !needsSearch(intent)) return searched;

  const elsewhere = yield* searchFor(question.elsewhere, library);
  const { verdict, hits } = elsewhere.findings;
  const isInAnother = hits[0]?.article !== question.article;
  const knowsAll = elsewhere.findings.query.words.every(({ status }) => status !== "unknown");
  const isNearer =
    findings.verdict === "nothing" && (verdict === "closest" || (verdict === "near" && knowsAll));
  return isInAnother && (isNearer || verdict === "answered") ? elsewhere : searched;
}

function* searchFor(question: ResolvedQuestion, library: ArticleLibrary): Steps<SearchedQuestion> {
  const parsed = library.parse(question.search, question.article);
  yield;
  const query = mainQuery(parsed);
  const intent = intentOf(question, query);
  const speakers =
    intent.kind === "passage" ? intent.speakers && idsOf(intent.speakers, query) : undefined;
  const { passage: shown } = question.context;
  // A name alone is not an independent question: "and Pym?"
  const mayStandAlone = question.isLoose && query.words.some(({ names }) => names.length === 0);
  const findings = yield* library.search(parsed, {
    ...(speakers && { speakers }),
    ...(shown && { shown }),
    ...(question.scope && !question.article && { within: question.scope.asked }),
    ...(mayStandAlone && { mayStandAlone }),
  });
  return { ...question, intent, findings };
}

/** Each article has an id of its own for whoever speaks in it. */
function idsOf(speakers: Speakers, { people, pack }: Query): readonly string[] {
  const same = people.filter((one) => speakers.some((other) => isSamePerson(one, other, pack)));
  return [...new Set([...speakers, ...same].map(({ id }) => id))];
}

/** The rest is answered from the article as a whole, or from what was shown before. */
function needsSearch(intent: Intent): boolean {
  switch (intent.kind) {
    case "passage":
    case "points":
    case "person":
    case "which-person":
    case "about":
    case "statements":
      return true;
    case "speaker":
      return intent.statement !== "";
    case "small-talk":
    case "overview":
    case "no-articles":
    case "source":
    case "more":
    case "bare":
    case "listed":
      return false;
  }
}
