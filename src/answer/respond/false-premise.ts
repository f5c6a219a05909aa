import type { Person } from "../../article/article.ts";
import { peopleNamedIn } from "../../search/query/people-named-in.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import type { PassageAnswer } from "../answer.ts";
import type { ResolvedQuestion } from "../conversation/resolve-question.ts";

/** "And so why would the"; with many names, all before each would be read again. */
const BEFORE_NAME = 100;

/**
 * Whether a question takes it for given that somebody did something ("Why did Ann leave?") of which the
 * passage does not tell: it has no word for the deed, or is about what somebody else did.
 */
export function hasFalsePremise(
  { text, findings, pack }: ResolvedQuestion,
  answer: PassageAnswer,
): boolean {
  const { article, passage } = answer;
  const { query, hits } = findings;
  const doer = query.mentions.find(({ start }) =>
    pack.requests.beforeDoer.test(text.slice(Math.max(0, start - BEFORE_NAME), start)),
  );
  if (!doer) return false;

  const deed = query.words.find(({ start }) => start >= doer.end);
  const isTold = !deed || deed.isEveryday || hits[0]?.matchedTerms.includes(deed.term) === true;
  const { speaker } = snippetVoice(answer);
  return !isTold || !isAbout(doer.person, peopleNamedIn(passage.text, article), speaker);
}

/** Whoever does something is named before whom they do it to; whoever tells of it may come first. */
function isAbout(doer: Person, named: readonly Person[], speaker?: Person): boolean {
  if (doer === speaker) return true;
  const first = named.find((person) => person !== speaker);
  return first === undefined || first === doer;
}
