import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { foldWord, wordsIn } from "../../text/words.ts";

/** Whether a question only names a topic: it has nothing but content words and words that link nouns. */
export function isTopicOnly(
  { text, words }: Query,
  { requests, words: { linking } }: LanguagePack,
): boolean {
  if (words.length === 0) return false;
  const topicStart = requests.leadIn.exec(text)?.[0].length ?? 0;
  const contentStarts = new Set(words.map(({ start }) => start));
  return wordsIn(text)
    .filter(({ start }) => start >= topicStart)
    .every(({ text: word, start }) => contentStarts.has(start) || linking.has(foldWord(word)));
}
