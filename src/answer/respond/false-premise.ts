import type { Person } from "../../article/article.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import type { PassageAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { SearchedQuestion } from "../search-question.ts";

/** "And so why would the": a limit keeps many names affordable. */
const BEFORE_NAME = 100;

/**
 * Whether a question presumes that somebody did something ("Why did Ann leave?") which the passage does
 * not report: it has no word for the deed, or somebody else did it.
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

  const deed = query.words.find(({ start }) => start >= doer.end);
  const isReported = !deed || deed.isEveryday || hits[0]?.matchedTerms.includes(deed.term) === true;
  const { speaker } = snippetVoice(answer);
  return !isReported || !isAbout(doer.person, peopleNamedIn(passage.text, article), speaker);
}

/** The doer is named before the others; only the speaker may be named earlier. */
function isAbout(doer: Person, named: readonly Person[], speaker?: Person): boolean {
  if (doer === speaker) return true;
  const first = named.find((person) => person !== speaker);
  return first === undefined || first === doer;
}
