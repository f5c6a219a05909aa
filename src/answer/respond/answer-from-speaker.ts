import type { Passage, Person } from "../../article/article.ts";
import { voicesBy, voicesIn, wordsOf } from "../../article/voices.ts";
import { indexedText } from "../../search/analysis/analyse-text.ts";
import type { Findings, Hit } from "../../search/findings.ts";
import { wordsBesideNames } from "../../search/query/parse-query.ts";
import type { Answer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { Speakers } from "../intent/intent.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { pointsOf } from "../citations.ts";
import { askWhichPerson } from "./answer-about-person.ts";
import { presumesUnreportedAct } from "./false-premise.ts";
import { asNear, notCovered, passageAnswer } from "./passage-answer.ts";
import { hasTopic, hasTopicBeside, isOnTopic, topicOf } from "./topic.ts";

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
  const [own] = fromSpeaker?.hits ?? [];
  const person = speakers.find(({ id }) => id === own?.by) ?? speakerOf(own) ?? speakers[0];
  const article = question.article ?? own?.article ?? hits[0]?.article;
  if (!fromSpeaker || !article || pointsOf(article, person.id).length === 0) {
    return answerOnSilentPerson(person, question, library);
  }
  const ofSpeaker = { ...question, findings: withTopicFirst(fromSpeaker, question) };
  const answer = passageAnswer(ofSpeaker, library);
  const isRelevant = isOnTopic(ofSpeaker) && namesOthersAskedAbout(speakers, ofSpeaker, library);
  // A passage that names several of them matches more of the question than the words of one.
  const isTheirs = speakers.length > 1 || !isCloserToAnother(person, hits, fromSpeaker.hits[0]);
  if (answer.kind !== "not-covered" && isRelevant && isTheirs) {
    return presumesUnreportedAct(ofSpeaker) ? asNear(answer, ofSpeaker, library) : answer;
  }
  return notSaidBy(person, ofSpeaker, library);
}

/** As the article of their words has them, which may have another id for them. */
function speakerOf(hit: Hit | undefined): Person | undefined {
  return hit?.article.people.find(({ id }) => id === hit.by);
}

/**
 * A passage that repeats the name is not nearer to the topic than one that has a word of it, in their words or at
 * least beside them.
 */
function withTopicFirst(fromSpeaker: Findings, question: SearchedQuestion): Findings {
  const topic = topicOf(question);
  const hasAny = ({ matchedTerms }: Hit) => topic.some(({ term }) => matchedTerms.includes(term));
  const beside = new Set(question.findings.hits.filter(hasAny).map(({ passage }) => passage));
  const { hits } = fromSpeaker;
  const first = hits.find(hasAny) ?? hits.find(({ passage }) => beside.has(passage));
  if (!first || first === hits[0]) return fromSpeaker;
  return { ...fromSpeaker, hits: [first, ...hits.filter((hit) => hit !== first)] };
}

/** What they say that is nearest, if it may be on the topic. */
function notSaidBy(person: Person, question: SearchedQuestion, library: ArticleLibrary): Answer {
  const nearest = passageAnswer(question, library);
  const isNear = hasTopic(question) || isAllThereIs(person, question) || hasTopicBeside(question);
  return nearest.kind === "not-covered" || !isNear
    ? { ...notCovered(question, library), reason: "not-said-by", person }
    : asNear(nearest, question, library, person);
}

/** They say nothing else, or the question names no topic of its own: "what they did so far". */
function isAllThereIs(person: Person, question: SearchedQuestion): boolean {
  const [first] = question.findings.hits;
  if (first?.by !== person.id) return false;
  const topic = topicOf(question);
  if (topic.every(({ isEveryday }) => isEveryday)) return true;
  const isKnown = topic.some(({ isAbsent }) => !isAbsent);
  return isKnown && pointsOf(first.article, person.id).length === 1;
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
