import type { Person } from "../../article/article.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import type { PassageAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { SearchedQuestion } from "../search-question.ts";

/** Enough for "and so why would the"; the limit keeps questions with many names fast. */
const BEFORE_NAME = 100;

/**
 * Whether a question presumes that somebody did something ("Why did Ann leave?") that the passage does not
 * report: it has no word for the action, or somebody else is the one who acts.
 */
export function hasFalsePremise(
  { text, findings, pack }: SearchedQuestion,
  answer: PassageAnswer,
  { peopleNamedIn }: ArticleLibrary,
): boolean {
  const { article, passage } = answer;
  const { query, hits } = findings;
  const doer = query.mentions.find(({ start }) =>
    pack.requests.beforeDoer.test(text.slice(Math.max(0, start - BEFORE_NAME), start)),
  );
  if (!doer) return false;

  const action = query.words.find(({ start }) => start >= doer.end);
  const isReported =
    !action || action.isEveryday || hits[0]?.matchedTerms.includes(action.term) === true;
  const { speaker } = snippetVoice(answer);
  return !isReported || !isAbout(doer.person, peopleNamedIn(passage.text, article), speaker);
}

/** The one who acts is named before everybody else, apart from the speaker. */
function isAbout(doer: Person, named: readonly Person[], speaker?: Person): boolean {
  if (doer === speaker) return true;
  const first = named.find((person) => person !== speaker);
  return first === undefined || first === doer;
}
