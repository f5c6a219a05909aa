import type { Passage } from "../../article/article.ts";
import { ANSWER_TYPE_CLASSES } from "../../languages/token-classes.ts";
import { analyseKnownText } from "../analysis/known-texts.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { AnswerType } from "../../languages/answer-type.ts";

/** Whether a passage has a word of the answer type: a time, a number, a name, a reason. */
export function hasAnswerType(
  { text, lead = "" }: Passage,
  answerType: AnswerType,
  { terms }: LanguagePack,
): boolean {
  const wanted = ANSWER_TYPE_CLASSES[answerType];
  const { words } = analyseKnownText(`${lead}\n${text}`, terms);
  return (
    wanted === 0 || words.some(({ classes, isStopWord }) => !isStopWord && (classes & wanted) !== 0)
  );
}
