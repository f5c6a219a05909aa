import type { JudgedAnswer } from "../feedback/vote.ts";
import type { JournalEntry } from "./journal-line.ts";

/** Each answer once, in the order given, with the last vote on it. */
export function judgedAnswers(entries: readonly JournalEntry[]): JudgedAnswer[] {
  const answers = new Map<string, JudgedAnswer>();
  for (const entry of entries) {
    if (entry.kind === "answer" && !answers.has(entry.trace.id)) {
      answers.set(entry.trace.id, { trace: entry.trace });
    }
  }
  for (const entry of entries) {
    // Of a vote whose question was too old nothing can be learned.
    const answer = entry.kind === "vote" && answers.get(entry.vote.trace);
    if (answer) answers.set(answer.trace.id, { ...answer, judgement: entry.vote.judgement });
  }
  return [...answers.values()];
}
