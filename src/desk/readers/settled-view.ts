import type { DatedAnswer } from "../../question-log/summarize-log.ts";
import { answerNow, type Current } from "./answer-now.ts";
import { betweenReaders } from "./between-readers.ts";
import { isMendedBy } from "./reader-groups.ts";
import type { Settlement, Settlements } from "./settlements.ts";

/** Something that was done about questions, to be looked at and taken back. */
export type SettledView = Pick<Settlement, "id" | "at" | "did" | "state" | "name"> & {
  readonly asked: number;
  /** As the question log has it; none once that has expired. */
  readonly question: string | undefined;
  readonly done: string;
  /** After keywords were added: whether the question has a good answer now. */
  readonly isMended: boolean | undefined;
};

/** As many as an editor may want to take back. */
const MAX_SETTLED = 20;

/** The latest first. */
export async function viewSettled(
  { all }: Settlements,
  missed: readonly DatedAnswer[],
  current: Current,
): Promise<readonly SettledView[]> {
  const answers = new Map(missed.map((answer) => [answer.trace.id, answer]));
  const latest = all().slice(-MAX_SETTLED).toReversed();
  return betweenReaders(latest, async (settlement) => {
    const { id, at, did, state, name, traces } = settlement;
    const own = traces.flatMap((one) => answers.get(one) ?? []);
    const trace = own[0]?.trace;
    const now =
      did === "keywords" && trace
        ? await answerNow(trace.question, trace.article ?? "", current)
        : undefined;
    return {
      id,
      at,
      did,
      state,
      name,
      asked: traces.length,
      question: trace?.question,
      done: describeSettlement(settlement),
      isMended: now ? isMendedBy(now, own) : undefined,
    };
  });
}

/** What was written where, in a sentence. */
export function describeSettlement({
  did,
  name,
  line,
  written,
  passage = "",
  words = [],
}: Omit<Settlement, "id">): string {
  const { file } = line ?? written ?? { file: name };
  switch (did) {
    case "golden":
      return `Golden question in ${file}: #${passage} answers it.`;
    case "absent":
      return `Golden question in ${file}: not in the article.`;
    case "keywords":
      return `Keywords of #${passage} in ${file}: ${words.join(", ")}.`;
    case "dismiss":
      return "Dismissed.";
  }
}
