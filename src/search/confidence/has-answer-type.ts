import type { Passage } from "../../article/article.ts";
import { CLASSES_WANTED } from "../../languages/token-classes.ts";
import { analyseText } from "../analysis/analyse-text.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { AnswerType } from "../../languages/answer-type.ts";

/** Whether a passage has a word of the answer type: a time, a number, a name, a reason. */
export function hasAnswerType(
  { text, lead = "" }: Passage,
  answerType: AnswerType,
  { terms }: LanguagePack,
): boolean {
  const wanted = CLASSES_WANTED[answerType];
  const { words } = analyseText(`${lead}\n${text}`, terms);
  return (
    wanted === 0 || words.some(({ kinds, isStopWord }) => !isStopWord && (kinds & wanted) !== 0)
  );
}
