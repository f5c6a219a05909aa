import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { NamedPerson, QueryWord } from "../../search/query/query-words.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { foldWord } from "../../text/words.ts";
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
  const doer = doerIn(text, query, pack);
  if (!doer) return false;

  const action = actionOf(doer, query);
  const isReported =
    !action ||
    (action.isEveryday && !isSpeechAct(action, pack)) ||
    hits[0]?.matchedTerms.includes(action.term) === true;
  const { speaker } = snippetVoice(answer);
  return !isReported || !isAbout(doer.person, peopleNamedIn(passage.text, article), speaker);
}

/** "Why did Ann apologise?", where the words of hers that were found have nothing of the kind. */
export function presumesUnreportedAct({ text, findings, pack }: SearchedQuestion): boolean {
  const { query, hits } = findings;
  const doer = doerIn(text, query, pack);
  const action = doer && actionOf(doer, query);
  if (!action || !isSpeechAct(action, pack)) return false;
  return hits[0]?.matchedTerms.includes(action.term) !== true;
}

function doerIn(
  text: string,
  { mentions }: Query,
  { requests }: LanguagePack,
): NamedPerson | undefined {
  return mentions.find(({ start }) =>
    requests.beforeDoer.test(text.slice(Math.max(0, start - BEFORE_NAME), start)),
  );
}

function actionOf(doer: NamedPerson, { words }: Query): QueryWord | undefined {
  return words.find(({ start }) => start >= doer.end);
}

function isSpeechAct({ word }: QueryWord, { words }: LanguagePack): boolean {
  return words.speechAct.has(foldWord(word));
}

/** The one who acts is named before everybody else, apart from the speaker. */
function isAbout(doer: Person, named: readonly Person[], speaker?: Person): boolean {
  if (doer === speaker) return true;
  const first = named.find((person) => person !== speaker);
  return first === undefined || first === doer;
}
