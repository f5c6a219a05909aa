import { z } from "zod";
import type { MessageAnswer } from "../answer/answer.ts";
import type { Article } from "../article/article.ts";

/** A question with its right answer. */
export type GoldenTurn = {
  readonly line: number;
  readonly ask: string;
  /** The kinds of answer that are right. */
  readonly expect: readonly MessageAnswer["kind"][];
  /** Ids of passages, any of which may come first; empty if it does not matter. */
  readonly passages: readonly string[];
  /** Id of the speaker the first passage must be attributed to. */
  readonly speaker?: string;
  /** Id of the person whose points or description must be shown. */
  readonly person?: string;
};

/** Questions asked in one chat, in order; usually just one. */
export type GoldenChat = {
  /** Such as direct, typo, off-topic. */
  readonly kind: string;
  readonly turns: readonly GoldenTurn[];
};

export type ReadChat =
  | { readonly chat: GoldenChat }
  | { readonly diagnostics: readonly { readonly line: number; readonly message: string }[] };

type LineOf = (path: readonly PropertyKey[]) => number;

const ANSWER_KINDS = [
  "answered",
  "unsure",
  "menu",
  "not-covered",
  "points",
  "person",
  "which-person",
  "speakers",
  "statements",
  "no-articles",
  "overview",
  "source",
  "small-talk",
  "several",
] as const satisfies readonly MessageAnswer["kind"][];

const line = z.string("has to be a text").trim().min(1, "is empty");
const answerKind = z.enum(ANSWER_KINDS, `has to be one of ${ANSWER_KINDS.join(", ")}`);

const turn = z.strictObject({
  ask: z.string("has to be a text: what the reader writes"),
  expect: z.union(
    [answerKind.transform((kind) => [kind]), z.array(answerKind).min(1, "is empty")],
    {
      error: ({ input }) =>
        `${input === null ? "is still to be filled in:" : "has to be"} one of ${ANSWER_KINDS.join(", ")}, or a list of these`,
    },
  ),
  passage: z
    .union([line.transform((id) => [id]), z.array(line)], "has to be a passage's id, or a list")
    .default([]),
  speaker: line.optional(),
  person: line.optional(),
});

const single = turn.extend({ kind: line });
const chat = z.strictObject({ kind: line, turns: z.array(turn).min(1, "is empty") });

/** One entry of the list: a question, or a chat of several turns. */
export function readGoldenChat(entry: unknown, article: Article, lineOf: LineOf): ReadChat {
  const hasTurns = typeof entry === "object" && entry !== null && "turns" in entry;
  const result = hasTurns ? chat.safeParse(entry) : single.safeParse(entry);
  if (!result.success) {
    return {
      diagnostics: result.error.issues.map((issue) => ({
        line: lineOf(issue.path),
        message: describeIssue(issue),
      })),
    };
  }

  const { data } = result;
  const turns =
    "turns" in data
      ? data.turns.map((asked, at) => turnOf(asked, lineOf(["turns", at])))
      : [turnOf(data, lineOf([]))];
  const diagnostics = turns.flatMap((asked) => unknownIdsIn(asked, article));
  return diagnostics.length > 0 ? { diagnostics } : { chat: { kind: data.kind, turns } };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `\`${issue.keys.join(", ")}\` is unknown: remove it or correct its name`;
  }
  const name = issue.path.findLast((key) => typeof key === "string");
  return name === undefined
    ? "this is not a question: write `ask`, `kind` and `expect`"
    : `\`${name}\` ${issue.message}`;
}

function turnOf(data: z.infer<typeof turn>, atLine: number): GoldenTurn {
  const { ask, expect, passage, speaker, person } = data;
  return {
    line: atLine,
    ask,
    expect,
    passages: passage,
    ...(speaker !== undefined && { speaker }),
    ...(person !== undefined && { person }),
  };
}

/** With an id the article does not have, a question could never be answered right. */
function unknownIdsIn({ line: atLine, passages, speaker, person }: GoldenTurn, article: Article) {
  const known = new Set(
    article.sections.flatMap((section) => section.passages.map((passage) => passage.id)),
  );
  const people = new Set(article.people.map(({ id }) => id));
  const unknownPeople = [speaker, person].flatMap((id) => id ?? []).filter((id) => !people.has(id));
  return [
    ...passages.filter((id) => !known.has(id)).map((id) => `passage \`${id}\``),
    ...unknownPeople.map((id) => `person \`${id}\``),
  ].map((what) => ({ line: atLine, message: `${what} is not in the article: correct the id` }));
}
