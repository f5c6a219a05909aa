import { counted } from "./counted.ts";
import type { OperatorWording } from "./operator-wording.ts";

export const ENGLISH_OPERATOR: OperatorWording = {
  sinceStart: "Since the start",
  inQuestionLog: (days) =>
    `In the question log, ${counted("en", days, { one: "day", other: "days" })}`,
  noQuestionLog: "No question log is kept: set QUESTION_JOURNAL to have one.",
  answers: (count, percent) =>
    `${counted("en", count, { one: "answer", other: "answers" })}, ${percent} % of them unanswered`,
  votes: (good, bad) => `Votes: 👍 ${good} · 👎 ${bad}`,

  gaps: (count) =>
    `Asked in vain: ${counted("en", count, { one: "group", other: "groups" })} of questions`,
  noGaps: "Nothing was asked in vain, or judged badly.",
  gap: ({ asked, wordings, trace }) =>
    `asked ${counted("en", asked, { one: "time", other: "times" })}, in ${counted("en", wordings, { one: "wording", other: "wordings" })} · ${trace}`,

  whichTrace: "Which answer? Write the id behind /trace.",
  noTrace: (id) => `No answer ${id} is known: it may be too old, or mistyped.`,
  shown: (passages) => `Shown: ${passages.join(", ") || "no passage"}`,

  commands: {
    stats: "answers and votes in figures",
    gaps: "what readers asked in vain",
    trace: "what led to an answer, by its id",
  },
};
