import type { Query } from "../../search/query/parse-query.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";

/** Whether a question has no words but those that carry meaning and those that link nouns. */
export function isTopicAlone(
  { text, words }: Query,
  { requests, words: { linking } }: LanguagePack,
): boolean {
  const leadIn = requests.leadIn.exec(text)?.[0].length ?? 0;
  const telling = new Set(words.map(({ start }) => start));
  if (words.length === 0) return false;
  return wordsIn(text)
    .filter(({ start }) => start >= leadIn)
    .every(({ text: word, start }) => telling.has(start) || linking.has(foldWord(word)));
}
