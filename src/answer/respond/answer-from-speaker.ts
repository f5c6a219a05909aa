import type { Passage, Person } from "../../article/article.ts";
import { voicesBy, voicesIn, wordsOf } from "../../article/voices.ts";
import { indexedText } from "../../search/analysis/analyse-text.ts";
import type { Hit } from "../../search/findings.ts";
import { wordsBesideNames } from "../../search/query/parse-query.ts";
import type { QueryWord } from "../../search/query/query-words.ts";
import { foldWord } from "../../text/words.ts";
import type { Answer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { startOfTopic } from "../intent/asks-for-words.ts";
import type { Speakers } from "../intent/intent.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { pointsOf } from "../citations.ts";
import { askWhichPerson } from "./answer-about-person.ts";
import { presumesUnreportedAct } from "./false-premise.ts";
import { asNear, notCovered, passageAnswer } from "./passage-answer.ts";

/**
 * What a person says about something. Nobody else's words can answer that, however close they are: the
 * answer must not confirm a false premise.
 */
export function answerFromSpeaker(
  speakers: Speakers,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer {
  return (
    reportOnSeveral(speakers, question, library) ??
    chooseOneOfSeveral(speakers, question, library) ??
    answerFromOneOf(speakers, question, library)
  );
}

/** "What did Ann and Bob agree on?": a report on what they did together counts as their words. */
function reportOnSeveral(
  speakers: Speakers,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer | undefined {
  if (speakers.length < 2 || !isOnTopic(question)) return undefined;
  const { query, hits } = question.findings;
  const matched = hits[0]?.matchedTerms ?? [];
  // "Agreed" is what they did; a passage without "say" may be about anything.
  if (!wordsBesideNames(query).some(({ term }) => matched.includes(term))) return undefined;

  const answer = passageAnswer(question, library);
  if (answer.kind !== "answered") return undefined;
  const named = library.peopleNamedIn(answer.passage.text, answer.article);
  return speakers.every((person) => named.includes(person)) ? answer : undefined;
}

/** "What do the mayor and the engineer say?" asks for all that each of them says. */
function chooseOneOfSeveral(
  speakers: Speakers,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer | undefined {
  const article = question.article ?? question.findings.hits[0]?.article;
  const namesTopic = topicOf(question).length > 0 || question.findings.query.background.length > 0;
  if (speakers.length < 2 || namesTopic || !article) return undefined;
  const speaking = question.findings.query.people.filter(
    (person) => speakers.includes(person) && pointsOf(article, person.id).length > 0,
  );
  return speaking.length > 1 ? askWhichPerson(speaking, library) : undefined;
}

function answerFromOneOf(
  speakers: Speakers,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer {
  const { fromSpeaker, hits } = question.findings;
  const person = speakers.find(({ id }) => id === fromSpeaker?.hits[0]?.by) ?? speakers[0];
  const article = question.article ?? hits[0]?.article;
  if (!fromSpeaker || !article || pointsOf(article, person.id).length === 0) {
    return answerOnSilentPerson(person, question, library);
  }
  const ofSpeaker = { ...question, findings: fromSpeaker };
  const answer = passageAnswer(ofSpeaker, library);
  const isRelevant = isOnTopic(ofSpeaker) && namesOthersAskedAbout(speakers, ofSpeaker, library);
  // A passage that names several of them matches more of the question than the words of one.
  const isTheirs = speakers.length > 1 || !isCloserToAnother(person, hits, fromSpeaker.hits[0]);
  if (answer.kind !== "not-covered" && isRelevant && isTheirs) {
    return presumesUnreportedAct(ofSpeaker) ? asNear(answer, ofSpeaker, library) : answer;
  }
  return notSaidBy(person, ofSpeaker, library);
}

/** What they say that is nearest, if it is on the topic. */
function notSaidBy(person: Person, question: SearchedQuestion, library: ArticleLibrary): Answer {
  const nearest = passageAnswer(question, library);
  return nearest.kind === "not-covered" || !hasTopic(question)
    ? { ...notCovered(question, library), reason: "not-said-by", person }
    : asNear(nearest, question, library, person);
}

/**
 * How much more of the question somebody else's passage has to cover. Of five values tried on the golden
 * questions, the larger of the two that helped.
 */
const CLEAR_MARGIN = 0.1;

/** Whether the best passage of somebody else clearly matches the question better than the person's own. */
function isCloserToAnother(person: Person, hits: readonly Hit[], own: Hit | undefined): boolean {
  const best = hits.find(({ passage }) => !isAllBy(person, passage));
  return best !== undefined && own !== undefined && best.coverage - own.coverage > CLEAR_MARGIN;
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
  if (answer.kind === "not-covered" || !isOnTopic(question)) {
    return notSaidBy(person, question, library);
  }
  const named = library.peopleNamedIn(answer.passage.text, answer.article);
  if (!named.includes(person)) return notSaidBy(person, question, library);
  const isAboutThem = named[0] === person;
  const { background } = question.findings.query;
  const namesTopic = topicOf(question).length > 0 || background.length > 0;
  return isAboutThem && namesTopic ? answer : asNear(answer, question, library);
}

/**
 * Whether the first hit may answer on the topic. A claim must match in full: with a single content word that
 * the article never uses, what is found is near at best.
 */
function isOnTopic(question: SearchedQuestion): boolean {
  const topic = topicOf(question);
  const hasUnknown = topic.some(({ status, isEveryday }) => status === "unknown" && !isEveryday);
  if (hasUnknown && question.pack.speech.claim.test(question.text)) return false;
  return hasTopic(question);
}

/** Whether the first hit has a word of the topic, if the question names one. */
function hasTopic(question: SearchedQuestion): boolean {
  const topic = topicOf(question);
  const matched = question.findings.hits[0]?.matchedTerms ?? [];
  return topic.length === 0 || topic.some(({ term }) => matched.includes(term));
}

/** If the question is only about other people, the passage has to name one of them. */
function namesOthersAskedAbout(
  speakers: Speakers,
  question: SearchedQuestion,
  library: ArticleLibrary,
): boolean {
  const { query, hits } = question.findings;
  const others = query.people.filter((other) => !speakers.includes(other));
  const [first] = hits;
  if (!first || others.length === 0 || topicOf(question).length > 0) return true;

  const named = library.peopleNamedIn(wordsSearched(first), first.article);
  return others.some((other) => named.includes(other));
}

/** The part of a passage that was searched: the person's own words if others speak in it too. */
function wordsSearched({ passage, by = "" }: Hit): string {
  if (passage.spans === undefined) return indexedText(passage);
  return voicesBy(passage, by)
    .map((voice) => wordsOf(voice, passage))
    .join(" ");
}

/** The content words of a question other than names and, unless they are the topic, verbs of saying. */
function topicOf({
  findings: { query },
  pack: { words, requests },
}: SearchedQuestion): QueryWord[] {
  const topicStart = startOfTopic(query.text, requests.beforeTopic);
  return wordsBesideNames(query).filter(
    ({ word, start }) => start >= topicStart || !words.speech.has(foldWord(word)),
  );
}
