import { foldWord, wordsIn } from "../../text/words.ts";
import type { SmallTalkTopic } from "../../languages/language-pack.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";

/** What a message says that asks nothing of the article; `undefined` where it asks something. */
export function smallTalkIn(
  message: string,
  { smallTalk }: Pick<LanguagePack, "smallTalk">,
): SmallTalkTopic | undefined {
  const words = wordsIn(message);
  if (words.length === 0) return "no-words";

  const folded = words.map(({ text }) => foldWord(text).replaceAll("'", "")).join(" ");
  return smallTalk.find(([wording]) => wording.test(folded))?.[1];
}

/** A question without the greeting or the thanks before it. */
export function withoutCourtesies(
  question: string,
  { courtesy }: Pick<LanguagePack, "courtesy">,
): string {
  const rest = question.replace(courtesy, "");
  return wordsIn(rest).length > 0 ? rest : question;
}
