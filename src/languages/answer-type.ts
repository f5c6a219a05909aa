import { foldWord } from "../text/words.ts";
import type { LanguagePack } from "./language-pack.ts";

/** What would answer a question. */
export type AnswerType =
  | "time"
  | "person"
  | "number"
  | "duration"
  | "place"
  | "reason"
  | "manner"
  | "anything";

/** A form of question and what answers it; yes-or-no questions are answered by "anything". */
export type AnswerFrame = readonly [form: RegExp, asksFor: AnswerType];

/**
 * The first frame that fits a question says what it asks for. `packs`: the likeliest language first,
 * because a question may be in another language than the articles.
 */
export function answerTypeOf(question: string, packs: readonly LanguagePack[]): AnswerType {
  const whole = foldQuestion(question);
  for (const { answerFrames, clauseBefore } of packs) {
    const main = clauseBefore ? question.replace(clauseBefore, "") : question;
    const folded = main === question ? whole : foldQuestion(main);
    const fitting = answerFrames.find(([form]) => form.test(folded));
    if (fitting) return fitting[1];
  }
  return "anything";
}

function foldQuestion(question: string): string {
  return question
    .split(/\s+/u)
    .map(foldWord)
    .join(" ")
    .replaceAll(/[?!«»"“”,;:]/gu, "");
}

/**
 * Where in a question the thing stands that is counted or measured: "How many | seats", "How | old".
 */
export function placeOfCounted(
  question: string,
  packs: readonly LanguagePack[],
): number | undefined {
  for (const { beforeCounted } of packs) {
    const before = beforeCounted?.exec(question);
    if (before) return before.index + before[0].length;
  }
  return undefined;
}
