import type { JudgedAnswer } from "../feedback/vote.ts";
import { escapeControls, jsonWithoutControls } from "../text/escape-controls.ts";
import { inColumns } from "./columns.ts";

/** Question, verdict and vote, then the passages as found with their scores. */
export function describeTrace({ trace, judgement }: JudgedAnswer): string {
  const { question, language, kind, verdict, confidence, shown, candidates } = trace;
  const rows = candidates.map(({ passage, score }, at) => [
    String(at + 1),
    passage,
    score.toFixed(3),
  ]);
  const lines = [
    `question    ${jsonWithoutControls(question)} (${language})`,
    `answer      ${kind}`,
    `search      ${verdict}, confidence ${confidence.toFixed(2)}`,
    `shown       ${shown.join(", ") || "nothing"}`,
    `vote        ${judgement ?? "none"}`,
  ]
    .map(escapeControls)
    .join("\n");
  return rows.length === 0 ? lines : `${lines}\n\n${inColumns(["#", "passage", "score"], rows)}`;
}
