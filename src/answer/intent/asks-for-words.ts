import type { AnswerType } from "../../languages/answer-type.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { foldWord, wordsIn } from "../../text/words.ts";

/** "When did Ann say it?" asks for more than Ann's words. */
const OTHER_ANSWERS: ReadonlySet<AnswerType> = new Set(["time", "duration", "place", "number"]);

/**
 * Whether a question asks for what somebody says, by a verb or noun of saying that is not the topic itself:
 * "what does Ann warn of", but neither "what does Ann say about the warning" nor "did Ann apologise".
 */
export function asksForWords(
  { text, answerType }: Query,
  { words, requests }: LanguagePack,
): boolean {
  const said = wordsIn(text).filter((word) => words.speech.has(foldWord(word.text)));
  if (said.length === 0 || OTHER_ANSWERS.has(answerType)) return false;

  const topicStart = startOfTopic(text, requests.beforeTopic);
  const isTopic = said.some(
    ({ text: word, start }) => start >= topicStart && !words.overview.has(foldWord(word)),
  );
  if (isTopic) return false;
  const isAct = said.every((word) => words.speechAct.has(foldWord(word.text)));
  return !isAct || (requests.asksWhat.test(text) && answerType === "anything");
}

/** Offset behind "about the"; infinite without it. */
export function startOfTopic(text: string, beforeTopic: RegExp): number {
  const before = beforeTopic.exec(text);
  return before ? before.index + before[0].length : Infinity;
}
