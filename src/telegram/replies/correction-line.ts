import type { FormattedString } from "@grammyjs/parse-mode";
import type { MessageAnswer } from "../../answer/answer.ts";
import type { Outcome } from "../../answer/answer-question.ts";
import { citationsOf } from "../../answer/citations.ts";
import type { Article } from "../../article/article.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { NOTHING, plain } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Above a reply: how a slip of the reader's was read. */
export function correctionLine(
  { answer, corrections = [] }: Pick<Outcome, "answer"> & Partial<Pick<Outcome, "corrections">>,
  { replies }: Wording,
): FormattedString {
  const article = articleOf(answer);
  const words = corrections.map(({ readAs }) =>
    article ? inArticleSpelling(readAs, article) : readAs,
  );
  return words.length > 0 ? plain(replies.readAs([...new Set(words)])) : NOTHING;
}

function articleOf(answer: MessageAnswer): Article | undefined {
  if (answer.kind === "several") return answer.parts.map((part) => articleOf(part.answer))[0];
  return "article" in answer ? answer.article : undefined;
}

/**
 * Search folds words to lower case; this is how the article spells one. A part of a person's name becomes
 * the whole name.
 */
export function inArticleSpelling(word: string, article: Article): string {
  const spellingsIn = (text: string) =>
    wordsIn(text).flatMap((one) => (foldWord(one.text) === word ? [one.text] : []));
  const named = article.people.find(({ name }) => spellingsIn(name).length > 0);
  if (named) return named.name;

  const spellings = citationsOf(article).flatMap(({ passage }) => spellingsIn(passage.text));
  // If it is ever in lower case, a capital only marks the start of a sentence.
  return spellings.includes(word) ? word : (spellings[0] ?? word);
}
