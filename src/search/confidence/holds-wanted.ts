import type { Passage } from "../../article/article.ts";
import { KIND_WANTED } from "../analysis/kinds.ts";
import { readText } from "../analysis/reading.ts";
import { termsFor } from "../analysis/terms.ts";
import type { Wanted } from "../query/wanted.ts";

/** Whether a passage has a word of the kind that is wanted: a time, a number, a name, a reason. */
export function holdsWanted(
  { text, lead = "" }: Passage,
  wants: Wanted,
  language: string,
): boolean {
  const wanted = KIND_WANTED[wants];
  const { words } = readText(`${lead}\n${text}`, termsFor(language));
  return (
    wanted === 0 || words.some(({ kinds, isStopWord }) => !isStopWord && (kinds & wanted) !== 0)
  );
}
