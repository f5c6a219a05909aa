import type { Passage, Person } from "../../article/article.ts";
import { voicesBy, voicesIn, wordsOf } from "../../article/voices.ts";
import { indexedText } from "../../search/analysis/analyse-text.ts";
import type { Findings, Hit } from "../../search/findings.ts";
import { wordsBesideNames, type QueryWord } from "../../search/query/parse-query.ts";
import { peopleNamedIn } from "../../search/query/people-named-in.ts";
import { foldWord } from "../../text/words.ts";
import type { Answer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { pointsOf } from "./citations.ts";
import { notCovered, passageAnswer } from "./passage-answer.ts";

/**
 * What a person says about something. Nobody else's words answer that, however near they are: a false
 * premise must not be confirmed.
 */
export function answerFromSpeaker(
  person: Person,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer {
  const { article, findings } = question;
  const home = article ?? findings.hits[0]?.article;
  const { fromSpeaker } = findings;
  if (!fromSpeaker || !home || pointsOf(home, person.id).length === 0) {
    return answerOnSilentPerson(person, question, library);
  }
  const answer = passageAnswer(question, library, fromSpeaker);
  const isOnIt =
    isOnTopic(question, fromSpeaker) && namesOthersAskedAbout(person, question, fromSpeaker);
  const isTheirs = !saysAnotherMore(person, findings.hits[0], fromSpeaker.hits[0]);
  if (answer.kind !== "not-covered" && isOnIt && isTheirs) return answer;
  return { ...notCovered(question, library, fromSpeaker), reason: "not-said-by", person };
}

/** Coverage by which another's passage is clearly nearer: of five values tried on the golden questions, the larger of two that helped. */
const CLEAR_LEAD = 0.1;

/** Whether another's passage clearly has more of what the question attributes to the person. */
function saysAnotherMore(person: Person, best: Hit | undefined, own: Hit | undefined): boolean {
  if (!best || !own || isAllBy(person, best.passage)) return false;
  return best.coverage - own.coverage > CLEAR_LEAD;
}

function isAllBy(person: Person, passage: Passage): boolean {
  return voicesIn(passage).every(({ speaker }) => speaker?.id === person.id);
}

/** A passage about somebody who says nothing may still report what they said. */
function answerOnSilentPerson(
  person: Person,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer {
  const answer = passageAnswer(question, library);
  const none = { ...notCovered(question, library), reason: "not-said-by" as const, person };
  if (answer.kind === "not-covered" || !isOnTopic(question, question.findings)) return none;

  const named = peopleNamedIn(answer.passage.text, answer.article);
  if (!named.includes(person)) return none;
  const isAboutThem = named[0] === person;
  const { query } = question.findings;
  const hasTopic = topicOf(question, question.findings).length > 0 || query.background.length > 0;
  return isAboutThem && hasTopic ? answer : { ...answer, kind: "unsure" };
}

/**
 * Whether the first hit has a word of the topic, if the question has one. Half of a claim does not
 * confirm it: one content word that the articles never use is too many.
 */
function isOnTopic(question: SearchedQuestion, findings: Findings): boolean {
  const topic = topicOf(question, findings);
  const hasUnknown = topic.some(({ status, isEveryday }) => status === "unknown" && !isEveryday);
  if (hasUnknown && question.pack.speech.claim.test(question.text)) return false;

  const matched = findings.hits[0]?.matchedTerms ?? [];
  return topic.length === 0 || topic.some(({ term }) => matched.includes(term));
}

/** A question about nothing but other people is answered by a passage that names one of them. */
function namesOthersAskedAbout(
  person: Person,
  question: SearchedQuestion,
  findings: Findings,
): boolean {
  const { query, hits } = findings;
  const others = query.people.filter((other) => other !== person);
  const [first] = hits;
  if (!first || others.length === 0 || topicOf(question, findings).length > 0) return true;

  const named = peopleNamedIn(wordsSearched(first), first.article);
  return others.some((other) => named.includes(other));
}

/** What was searched of a passage: the person's own words if others speak in it as well. */
function wordsSearched({ passage, by = "" }: Hit): string {
  if (passage.spans === undefined) return indexedText(passage);
  return voicesBy(passage, by)
    .map((voice) => wordsOf(voice, passage))
    .join(" ");
}

/** The content words of a question besides names and verbs of saying. */
function topicOf({ pack }: SearchedQuestion, { query }: Findings): QueryWord[] {
  return wordsBesideNames(query).filter(({ word }) => !pack.words.speech.has(foldWord(word)));
}
