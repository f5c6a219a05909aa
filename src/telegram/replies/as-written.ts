import { citationsOf } from "../../answer/respond/citations.ts";
import type { Article } from "../../article/article.ts";
import { foldWord, wordsIn } from "../../text/words.ts";

/** A word that the search knows in small letters, as the article writes it; of a name, all of it. */
export function asWritten(word: string, article: Article): string {
  const spellingsIn = (text: string) =>
    wordsIn(text).flatMap((one) => (foldWord(one.text) === word ? [one.text] : []));
  const named = article.people.find(({ name }) => spellingsIn(name).length > 0);
  if (named) return named.name;

  const spellings = citationsOf(article).flatMap(({ passage }) => spellingsIn(passage.text));
  // Where it is ever written small, a capital only begins a sentence.
  return spellings.includes(word) ? word : (spellings[0] ?? word);
}
