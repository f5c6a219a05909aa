import type { Verdict } from "../search/findings.ts";
import type { Answer } from "./answer.ts";

/**
 * How far a reply to a question goes, whatever the search concluded: a rule may make less of a passage.
 * `undefined` for replies that no passage was judged for.
 */
export function verdictOf(answer: Answer): Verdict | undefined {
  switch (answer.kind) {
    case "answered":
      return "answered";
    case "unsure":
      return answer.verdict;
    case "menu":
      return "closest";
    case "not-covered":
      return "nothing";
    case "points":
    case "person":
    case "which-person":
    case "speakers":
    case "statements":
    case "no-articles":
    case "overview":
    case "source":
    case "small-talk":
      return undefined;
  }
}
