import type { Passage, Person } from "../../article/article.ts";
import { voicesBy, voicesIn, wordsOf } from "../../article/voices.ts";
import type { Hit } from "../../search/findings.ts";
import { peopleNamedIn } from "../../search/query/people-named-in.ts";
import { type QueryWord, wordsBesideNames } from "../../search/query/parse-query.ts";
import { indexedText } from "../../search/analysis/analyse-text.ts";
import { foldWord } from "../../text/words.ts";
import type { Answer } from "../answer.ts";
import { scopeOf, type ResolvedQuestion } from "../conversation/resolve-question.ts";
import { pointsOf } from "./citations.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { passageAnswer, notCovered } from "./passage-answer.ts";

/**
 * What a person says about something. Somebody else's words are no answer to that, however near: a
 * false premise is not to be confirmed.
 */
export function answerFromSpeaker(
  person: Person,
  asked: ResolvedQuestion,
  library: ArticleLibrary,
): Answer {
  const home = asked.article ?? asked.findings.hits[0]?.article;
  if (!home || pointsOf(home, person.id).length === 0)
    return answerOnSilent(person, asked, library);

  const findings = library.search(asked.text, { ...scopeOf(asked), speakers: [person.id] });
  const said = passageAnswer({ ...asked, findings }, library);
  const isOnIt = isOnTopic({ ...asked, findings }) && isOnOthers(person, { ...asked, findings });
  const isTheirs = !saysOtherBetter(person, asked.findings.hits[0], findings.hits[0]);
  if (said.kind !== "not-covered" && isOnIt && isTheirs) return said;
  return { ...notCovered({ ...asked, findings }, library), reason: "not-said-by", person };
}

/** More of the question than this. Of five values tried on the golden questions, the larger of two that helped. */
const CLEAR_LEAD = 0.1;

/** Whether somebody else's passage has clearly more of what the question puts into a person's mouth. */
function saysOtherBetter(person: Person, best: Hit | undefined, own: Hit | undefined): boolean {
  if (!best || !own || isAllBy(person, best.passage)) return false;
  return best.coverage - own.coverage > CLEAR_LEAD;
}

function isAllBy(person: Person, passage: Passage): boolean {
  return voicesIn(passage).every(({ speaker }) => speaker?.id === person.id);
}

/** Of somebody who says nothing, a passage that is about them may tell what is asked. */
function answerOnSilent(person: Person, asked: ResolvedQuestion, library: ArticleLibrary): Answer {
  const said = passageAnswer(asked, library);
  const none = { ...notCovered(asked, library), reason: "not-said-by" as const, person };
  if (said.kind === "not-covered" || !isOnTopic(asked)) return none;

  const named = peopleNamedIn(said.passage.text, said.article);
  if (!named.includes(person)) return none;
  const isAboutThem = named[0] === person;
  const hasTopic = topicOf(asked).length > 0 || asked.background !== undefined;
  return isAboutThem && hasTopic ? said : { ...said, kind: "unsure" };
}

/**
 * Whether the passage found has more of the question than the name, where it asks for more. A claim is
 * not confirmed by half of it: a telling word that the article never uses is one too many.
 */
function isOnTopic(asked: ResolvedQuestion): boolean {
  const topic = topicOf(asked);
  const isUnheardOf = topic.some(({ status, isEveryday }) => status === "unknown" && !isEveryday);
  if (isUnheardOf && asked.pack.speech.claim.test(asked.text)) return false;

  const found = asked.findings.hits[0]?.matchedTerms ?? [];
  return topic.length === 0 || topic.some(({ term }) => found.includes(term));
}

/** Where nothing but somebody else is asked about, the passage found has to name them. */
function isOnOthers(person: Person, asked: ResolvedQuestion): boolean {
  const { query, hits } = asked.findings;
  const others = query.people.filter((other) => other !== person);
  const [first] = hits;
  if (!first || others.length === 0 || topicOf(asked).length > 0) return true;

  const named = peopleNamedIn(wordsMeant(first), first.article);
  return others.some((other) => named.includes(other));
}

/** What is matched of a passage; where others speak in it as well, the person's own words. */
function wordsMeant({ passage, by = "" }: Hit): string {
  if (passage.spans === undefined) return indexedText(passage);
  return voicesBy(passage, by)
    .map((voice) => wordsOf(voice, passage))
    .join(" ");
}

/** The words of a question besides the names in it and the verb of saying. */
function topicOf({ findings: { query }, pack }: ResolvedQuestion): QueryWord[] {
  return wordsBesideNames(query).filter(({ word }) => !pack.words.speech.has(foldWord(word)));
}
