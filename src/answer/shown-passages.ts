import type { Citation, MessageAnswer } from "./answer.ts";

/** The passages that the reply will show, in order; empty for answers without passages. */
export function shownPassages(answer: MessageAnswer): readonly Citation[] {
  if (answer.kind === "several") return answer.parts.flatMap((part) => shownPassages(part.answer));
  if (answer.kind === "person") return [...answer.best.points, ...answer.best.mentions];
  if ("choices" in answer) return answer.choices;
  if ("listed" in answer) return answer.listed;
  if ("points" in answer) return answer.points;
  if ("passages" in answer) return answer.passages;
  if ("statements" in answer) return answer.statements;
  if (!("passage" in answer)) return [];

  const { article, section, passage, by, snippet, neighbours = [] } = answer;
  const shown = { article, section, passage, snippet, ...(by !== undefined && { by }) };
  return [shown, ...("others" in answer ? answer.others : neighbours)];
}
