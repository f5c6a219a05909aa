import { basename } from "node:path";
import type { GoldenFigures } from "../evaluation/evaluate-golden.ts";
import { inColumns } from "./columns.ts";

/** Right and total by kind, then each wrong answer with its line in the file and the reason. */
export function goldenTable(figures: GoldenFigures): string {
  const { file, byKind, right, total, wrong } = figures;
  const rows = [...byKind].map(([kind, count]) => rowOf(kind, count));
  const table = inColumns(
    ["kind", "right", "total", ""],
    [...rows, rowOf("all", { right, total })],
  );
  const misattributed = `shown with a wrong speaker: ${figures.misattributed.length}`;
  const offTopic = `off topic but answered with a passage: ${figures.offTopicShown.length}`;
  const mistakes = wrong.map((turn) => `${file}:${turn.line}: ${describeMiss(turn)}`);
  return [basename(file, ".questions.yaml"), table, misattributed, offTopic, ...mistakes].join(
    "\n",
  );
}

/** "direct “How much is it?”: got answered (route), wanted fares" */
export function describeMiss({ kind, ask, faults }: GoldenFigures["wrong"][number]): string {
  return `${kind} “${ask}”: ${faults.join("; ")}`;
}

function rowOf(kind: string, { right, total }: { readonly right: number; readonly total: number }) {
  const percent = total === 0 ? 0 : (100 * right) / total;
  return [kind, String(right), String(total), `${percent.toFixed(1)}%`];
}
