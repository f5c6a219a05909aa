import { z } from "zod";
import { slugOfFile } from "../../article/parsing/parse-article.ts";
import type { ArticleRef } from "../editorial/article-folders.ts";
import type { Editorial } from "../editorial/editorial.ts";
import type { GoldenOutcome } from "../editorial/change-golden.ts";
import { describeSettlement } from "./settled-view.ts";
import type { Settlement, Settlements } from "./settlements.ts";

const MAX_QUESTION = 500;
const MAX_WORDS = 20;
const MAX_TRACES = 1000;

const text = z.string().trim().min(1, "A question or a keyword is empty: fill it in.");
const about = {
  slug: z.string().max(255),
  traces: z.array(z.string().max(64)).min(1).max(MAX_TRACES),
};
const asked = {
  ...about,
  ask: text.max(MAX_QUESTION, "A question here has at most 500 characters: shorten it."),
  language: z.string().max(64),
};

/** What an editor does about questions that had no good answer. */
export const settleActionSchema = z.discriminatedUnion("do", [
  /** The passage answers: a golden question. */
  z.strictObject({ do: z.literal("golden"), ...asked, passage: z.string().max(64) }),
  /** The article does not say it: a golden question, too. */
  z.strictObject({ do: z.literal("absent"), ...asked }),
  z.strictObject({
    do: z.literal("keywords"),
    ...about,
    language: z.string().max(64),
    passage: z.string().max(64),
    words: z.array(text.max(MAX_QUESTION)).min(1).max(MAX_WORDS),
  }),
  z.strictObject({ do: z.literal("dismiss"), ...about }),
]);

export type SettleAction = z.output<typeof settleActionSchema>;

/** In a sentence, what was done, or why nothing was. */
export type SettleOutcome = { readonly done: string } | { readonly why: string };

type Parts = {
  readonly editorial: Editorial;
  readonly settlements: Settlements;
  /** The file of an article. */
  readonly refOf: (slug: string) => ArticleRef | undefined;
  readonly now: () => Date;
};

export function settle(action: SettleAction, by: string, parts: Parts): SettleOutcome {
  const { editorial, settlements, refOf, now } = parts;
  const { traces } = action;
  const ref = refOf(action.slug);
  if (!ref && action.do !== "dismiss") return { why: NO_ARTICLE };
  const { state, name } = ref ?? NO_REF;
  const did = changeFiles(action, { state, name }, by, editorial);
  if ("why" in did) return did;
  const settlement = { at: now().toISOString(), traces, state, name, ...did };
  settlements.add(settlement);
  return { done: describeSettlement(settlement) };
}

const NO_ARTICLE = "This article is gone: the questions about it can only be dismissed.";
/** For questions about no article that is still there. */
const NO_REF: ArticleRef = { state: "published", name: "" };

type Done = Pick<Settlement, "did" | "line" | "passage" | "words" | "written">;

function changeFiles(
  action: SettleAction,
  ref: ArticleRef,
  by: string,
  editorial: Editorial,
): Done | { readonly why: string } {
  switch (action.do) {
    case "golden": {
      const { ask, language, passage } = action;
      const outcome = editorial.addGolden(ref, { ask, language, passage, by });
      return withLine({ did: "golden", passage }, outcome);
    }
    case "absent": {
      const { ask, language } = action;
      return withLine({ did: "absent" }, editorial.addGolden(ref, { ask, language, by }));
    }
    case "keywords": {
      const { passage, words, language } = action;
      const outcome = editorial.addKeywords(ref, { passage, words, language, by });
      if (outcome.kind === "refused") return { why: outcome.why };
      const { words: added, written } = outcome;
      return { did: "keywords", passage, words: [...added], written };
    }
    case "dismiss":
      editorial.dismiss(ref, countOf(action.traces), by);
      return { did: "dismiss" };
  }
}

function withLine(done: Done, outcome: GoldenOutcome): Done | { readonly why: string } {
  return outcome.kind === "done" ? { ...done, line: outcome.line } : { why: outcome.why };
}

/** Without ids, since the journal is kept longer than the question log. */
function countOf({ length }: readonly string[]): string {
  return length === 1 ? "a question dismissed" : `${length} questions dismissed`;
}

/** Takes back what was written; the questions are there again. */
export function undoSettlement(
  id: string,
  by: string,
  { editorial, settlements, refOf }: Parts,
): SettleOutcome {
  const settlement = settlements.all().find((one) => one.id === id);
  if (!settlement) return { why: "This has been taken back already." };
  // It may have been published or withdrawn since.
  const ref = refOf(slugOfFile(settlement.name)) ?? settlement;
  const why = takeBack({ ...settlement, state: ref.state }, by, editorial);
  if (why !== undefined) return { why };
  settlements.takeBack(id);
  return { done: `Taken back: ${describeSettlement(settlement)}` };
}

function takeBack(
  { line, written, passage = "", words = [], state, name }: Settlement,
  by: string,
  { removeGolden, removeKeywords }: Editorial,
): string | undefined {
  if (line) return removeGolden(line, by);
  if (!written) return undefined;
  return removeKeywords({ state, name }, { passage, words, by }, written);
}
