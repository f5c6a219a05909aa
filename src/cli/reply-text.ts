import type { Outcome } from "../answer/answer-question.ts";
import { answerReply } from "../telegram/replies/answer-reply.ts";
import { wordingFor } from "../telegram/wording/wording-for.ts";

/** The whole reply as plain text; the questions that a refusal offers are buttons only on Telegram. */
export function replyText(outcome: Outcome): string {
  const { answer } = outcome;
  const { text } = answerReply(outcome, wordingFor(outcome.language)).text;
  if (answer.kind !== "not-covered" || answer.nextQuestions.length === 0) return text;
  return [text, ...answer.nextQuestions.map((question) => `• ${question}`)].join("\n");
}
