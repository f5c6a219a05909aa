import type { LanguagePack, SmallTalkTopic } from "../../languages/language-pack.ts";
import { foldWord, hasWords, wordsIn } from "../../text/words.ts";

/** The topic of a message that asks nothing about an article; `undefined` for a question. */
export function smallTalkIn(
  message: string,
  { smallTalk }: Pick<LanguagePack, "smallTalk">,
): SmallTalkTopic | undefined {
  const words = wordsIn(message);
  if (words.length === 0) return "no-words";

  const folded = words.map(({ text }) => foldWord(text).replaceAll("'", "")).join(" ");
  return smallTalk.find(([wording]) => wording.test(folded))?.[1];
}

/** A question without the greeting or thanks before it. */
export function withoutCourtesies(
  question: string,
  { courtesy }: Pick<LanguagePack, "courtesy">,
): string {
  const rest = question.replace(courtesy, "");
  return hasWords(rest) ? rest : question;
}
