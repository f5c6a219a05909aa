import type { SquadFigures } from "./evaluate-squad.ts";

const ROWS: readonly (readonly [keyof SquadFigures, string, digits: number])[] = [
  ["questions", "questions with an answer", 0],
  ["precisionAt1", "right passage first (P@1), %", 1],
  ["recallAt3", "right passage among three (R@3), %", 1],
  ["reciprocalRank", "mean reciprocal rank (MRR), %", 1],
  ["sentenceAt1", "answer in the sentence shown (S@1), %", 1],
  ["typosPrecisionAt1", "P@1 with one typo, %", 1],
  ["offTopicAuroc", "own or off topic, AUROC, %", 2],
  ["offTopicAnswered", "off-topic questions answered, %", 1],
  ["ownAnswered", "own questions answered, %", 1],
  ["adversarialAuroc", "adversarial, AUROC, %", 1],
  ["adversarialAnswered", "adversarial questions answered, %", 1],
  ["medianMicroseconds", "a question, median, µs", 0],
  ["p99Microseconds", "a question, p99, µs", 0],
];

/** A Markdown table of the figures. */
export function squadTable(figures: SquadFigures): string {
  const lines = ROWS.map(
    ([key, label, digits]) => `| ${label} | ${figures[key].toFixed(digits)} |`,
  );
  return ["| measure | |", "| --- | ---: |", ...lines].join("\n");
}
