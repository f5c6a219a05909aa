import { indexedText } from "../../search/analysis/analyse-text.ts";
import { wordsBesideNames } from "../../search/query/parse-query.ts";
import type { QueryWord } from "../../search/query/query-words.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { startOfTopic } from "../intent/asks-for-words.ts";
import type { SearchedQuestion } from "../search-question.ts";

/** The content words of a question other than names and, unless they are the topic, verbs of saying. */
export function topicOf({
  findings: { query },
  pack: { words, requests },
}: SearchedQuestion): QueryWord[] {
  const topicStart = startOfTopic(query.text, requests.beforeTopic);
  return wordsBesideNames(query).filter(
    ({ word, start }) => start >= topicStart || !words.speech.has(foldWord(word)),
  );
}

/**
 * Whether the first hit may answer on the topic. A claim must match in full: with a single content word that
 * the article never uses, what is found is near at best.
 */
export function isOnTopic(question: SearchedQuestion): boolean {
  const topic = topicOf(question);
  const hasUnknown = topic.some(({ status, isEveryday }) => status === "unknown" && !isEveryday);
  if (hasUnknown && question.pack.speech.claim.test(question.text)) return false;
  return hasTopic(question);
}

/** Whether the first hit has a word of the topic, if the question names one. */
export function hasTopic(question: SearchedQuestion): boolean {
  const topic = topicOf(question);
  const matched = question.findings.hits[0]?.matchedTerms ?? [];
  return topic.length === 0 || topic.some(({ term }) => matched.includes(term));
}

/** Whether others have a word of the topic in the same passage. */
export function hasTopicBeside(question: SearchedQuestion): boolean {
  const [first] = question.findings.hits;
  if (first?.by === undefined) return false;
  const { terms } = question.findings.query.pack;
  const inPassage = new Set(wordsIn(indexedText(first.passage)).map(({ text }) => terms.of(text)));
  return topicOf(question).some(({ term }) => inPassage.has(term));
}
