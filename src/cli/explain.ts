import type { Outcome } from "../answer/answer-question.ts";
import { explainAnswer } from "../telegram/explanation/explain-answer.ts";
import type { ExplainedPassage } from "../telegram/explanation/explain-passage.ts";
import { wrapText } from "./wrap-text.ts";

/** Why a reply is what it is, in the words of the preview's “Why?”. */
export function explain(outcome: Outcome, width: number): string {
  const { readAs, because, words, passages, areCompared } = explainAnswer(outcome);
  const read = words.map(({ word, note }) => (note === undefined ? word : `${word} (${note})`));
  const heading = areCompared ? "Passages compared, best first" : "Passages in this reply";
  const parts = [
    ...readAs,
    ...(read.length > 0 ? [`Words that count: ${read.join(", ")}`] : []),
    ...because,
    ...(passages.length > 0 ? [`\n${heading}`, ...passages.map(describePassage)] : []),
  ];
  return wrapText(parts.join("\n"), width);
}

function describePassage(passage: ExplainedPassage, at: number): string {
  const { id, speaker, section, excerpt, score, reasons } = passage;
  const place = [id, speaker, ...(section === undefined ? [] : [`§ ${section}`])].join(" · ");
  const points = score === undefined ? "" : ` · ${score.toFixed(2)} points`;
  return [
    `\n${at + 1}. ${place}${points}`,
    excerpt.map(({ text, isMarked }) => (isMarked ? `*${text}*` : text)).join(""),
    ...reasons.map((reason) => `${signed(reason.points)}  ${reason.words}`),
  ].join("\n");
}

function signed(points: number): string {
  return `${points < 0 ? "-" : "+"}${Math.abs(points).toFixed(2)}`;
}
