import type { Gap } from "../feedback/question-log.ts";
import { inColumns } from "./columns.ts";

/** Groups by size, the question as most readers put it; how many more ways there were stands behind. */
export function gapsTable(gaps: readonly Gap[], answers: number): string {
  if (gaps.length === 0) return `no gaps: none of ${answers} answers was missing or judged badly`;

  const asked = gaps.reduce((sum, gap) => sum + gap.asked, 0);
  const head = ["asked", "unanswered", "unsure", "voted down", "wants", "article", "question"];
  const rows = gaps.map((gap) => [
    String(gap.asked),
    String(gap.unanswered),
    String(gap.unsure),
    String(votedDown(gap)),
    gap.wants,
    gap.article ?? "",
    `${gap.question}${gap.wordings.length > 0 ? ` (+${gap.wordings.length})` : ""}`,
  ]);
  return `${inColumns(head, rows)}\n\n${asked} of ${answers} answers, in ${gaps.length} groups`;
}

function votedDown({ votes }: Gap): number {
  const all = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return all - (votes.good ?? 0);
}
