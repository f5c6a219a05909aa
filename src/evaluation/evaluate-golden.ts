import type { Context, MessageAnswer } from "../answer/answer.ts";
import type { AnswerQuestion } from "../answer/answer-question.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import type { GoldenChat } from "./golden-chat.ts";
import { judge } from "./judge.ts";
import type { GoldenSet } from "./load-golden.ts";

/** One question, asked and judged. */
type JudgedTurn = {
  readonly kind: string;
  readonly line: number;
  readonly ask: string;
  /** The questions of its chat up to this one; distinguishes questions with the same words. */
  readonly path: string;
  /** Why the answer is wrong; empty if it is right. */
  readonly faults: readonly string[];
  readonly isMisattributed: boolean;
  readonly showsPassage: boolean;
};

export type GoldenFigures = {
  readonly file: string;
  readonly slug: string;
  readonly byKind: ReadonlyMap<string, { readonly right: number; readonly total: number }>;
  readonly right: number;
  readonly total: number;
  /** Answers that show a passage with a wrong speaker. */
  readonly misattributed: readonly JudgedTurn[];
  /** Off-topic questions that were answered with a passage. */
  readonly offTopicShown: readonly JudgedTurn[];
  readonly wrong: readonly JudgedTurn[];
};

/** Every question counts once, including each turn of a chat. */
export function evaluateGolden(set: GoldenSet, answerQuestion: AnswerQuestion): GoldenFigures {
  const judged = set.chats.flatMap((chat) => askAll(chat, set, answerQuestion));
  return {
    file: set.file,
    slug: set.article.slug,
    byKind: countByKind(judged),
    ...countRight(judged),
    misattributed: judged.filter((turn) => turn.isMisattributed),
    offTopicShown: judged.filter(({ kind, showsPassage }) => kind === "off-topic" && showsPassage),
    wrong: judged.filter((turn) => turn.faults.length > 0),
  };
}

function askAll(
  { kind, turns }: GoldenChat,
  { article }: GoldenSet,
  answerQuestion: AnswerQuestion,
): JudgedTurn[] {
  let context: Context = {};
  return turns.map((turn, at) => {
    // Searches this article only, whatever else the folder holds.
    const outcome = answerQuestion(turn.ask, context, article.slug);
    context = outcome.context;
    const { faults, misattributions } = judge(turn, outcome.answer, article);
    return {
      kind,
      line: turn.line,
      ask: turn.ask,
      path: turns
        .slice(0, at + 1)
        .map(({ ask }) => ask)
        .join(" → "),
      faults: [...faults, ...misattributions],
      isMisattributed: misattributions.length > 0,
      showsPassage: !isShownAsNear(outcome.answer) && shownPassages(outcome.answer).length > 0,
    };
  });
}

/** "The article does not seem to say that", with the nearest passage, passes nothing off as the answer. */
function isShownAsNear(answer: MessageAnswer): boolean {
  return answer.kind === "unsure" && answer.verdict === "near";
}

function countByKind(judged: readonly JudgedTurn[]): GoldenFigures["byKind"] {
  const kinds = new Set(judged.map(({ kind }) => kind));
  return new Map(
    [...kinds].map((kind) => [kind, countRight(judged.filter((turn) => turn.kind === kind))]),
  );
}

function countRight(judged: readonly JudgedTurn[]) {
  return { right: judged.filter((turn) => turn.faults.length === 0).length, total: judged.length };
}
