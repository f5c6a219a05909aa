import type { Reliability } from "../../import/attribute/confidence-of.ts";
import type { Lesson } from "./learn-attribution.ts";
import type { Attributed } from "./learn-reliability.ts";

/** How much of what is proposed is right, and how much of what is right is proposed: all, and what no editor has to look at. */
export function measureAttribution(
  lessons: readonly Lesson[],
  attributed: readonly Attributed[],
  reliability: Reliability,
): string {
  const spoken = lessons.flat().filter(({ speaker }) => speaker !== undefined).length;
  const sure = attributed.filter(
    ({ spoken: likelihood, way }) => likelihood * reliability[way] >= reliability.certain,
  );
  return `${figures(attributed, spoken)}; not for review: ${figures(sure, spoken)}`;
}

function figures(attributed: readonly Attributed[], spoken: number): string {
  const found = attributed.filter(({ isSpoken }) => isSpoken).length;
  const judged = attributed.filter(({ isRight }) => isRight !== undefined);
  const right = judged.filter(({ isRight }) => isRight === true).length;
  const precision = found / Math.max(1, attributed.length);
  const recall = found / Math.max(1, spoken);
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  return `precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}, right speaker ${percent(right / Math.max(1, judged.length))} %`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
