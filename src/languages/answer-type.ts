import type { Range } from "../text/ranges.ts";
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

/** A question pattern and the answer type it asks for: "anything" for yes-or-no questions. */
export type AnswerFrame = readonly [form: RegExp, asksFor: AnswerType];

/**
 * The answer type of the first frame that matches. `packs`: the likeliest language first, because a
 * question may be in a different language from the articles.
 */
export function answerTypeOf(question: string, packs: readonly LanguagePack[]): AnswerType {
  const whole = foldQuestion(question);
  for (const { answerFrames, clauseBefore } of packs) {
    const main = clauseBefore ? question.replace(clauseBefore, "") : question;
    const folded = main === question ? whole : foldQuestion(main);
    const frame = answerFrames.find(([form]) => form.test(folded));
    if (frame) return frame[1];
  }
  return "anything";
}

function foldQuestion(question: string): string {
  return question
    .replaceAll(/[?!«»"“”,;:]/gu, "")
    .split(/\s+/u)
    .map(foldWord)
    .join(" ");
}

/** Offset at which the thing counted or measured begins: "How many | seats", "How | old". */
export function startOfCounted(
  question: string,
  packs: readonly LanguagePack[],
): number | undefined {
  for (const { beforeCounted } of packs) {
    const before = beforeCounted?.exec(question);
    if (before) return before.index + before[0].length;
  }
  return undefined;
}

/** Where the words that only ask are: "Which | day | is it?" */
export function askingRanges(question: string, packs: readonly LanguagePack[]): readonly Range[] {
  return packs.flatMap(({ askingWords = [] }) =>
    askingWords.flatMap((form) =>
      (form.exec(question)?.indices ?? []).slice(1).flatMap((range) => (range ? [range] : [])),
    ),
  );
}
