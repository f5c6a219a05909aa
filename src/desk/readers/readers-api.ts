import { z } from "zod";
import type { PassageChoice } from "./passage-choices.ts";
import type { Readers, ReadersView } from "./readers.ts";
import { settleActionSchema, type SettleOutcome } from "./settle.ts";
import type { VotedSentence } from "./voted-sentences.ts";

const MAX_TEXT = 4096;
/** As far back as the summary goes. */
const MAX_DAYS = 90;

const requestSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("view"), days: z.int().min(1).max(MAX_DAYS) }),
  z.strictObject({
    do: z.literal("choices"),
    slug: z.string().max(255),
    question: z.string().max(MAX_TEXT),
    language: z.string().max(64),
  }),
  z.strictObject({
    do: z.literal("votes"),
    ref: z.strictObject({ state: z.enum(["published", "draft"]), name: z.string().max(255) }),
  }),
  z.strictObject({ do: z.literal("settle"), action: settleActionSchema }),
  z.strictObject({ do: z.literal("undo"), id: z.string().max(64) }),
]);

/** What the page gets, as JSON. */
export type ReadersReply =
  | ReadersView
  | { readonly choices: readonly PassageChoice[] }
  | { readonly votes: readonly VotedSentence[] }
  | SettleOutcome;

/** Does what the page asks for. `by`: who is at the page. Throws, with a sentence, if the request makes no sense. */
export async function answerReadersRequest(
  readers: Readers,
  request: unknown,
  by: string,
): Promise<ReadersReply> {
  const read = requestSchema.safeParse(request);
  if (!read.success) throw new Error(mistakeIn(read.error));
  const asked = read.data;
  switch (asked.do) {
    case "view":
      return readers.view(asked.days);
    case "choices":
      return { choices: await readers.choices(asked.slug, asked) };
    case "votes":
      return { votes: await readers.votes(asked.ref) };
    case "settle":
      return readers.settle(asked.action, by);
    case "undo":
      return readers.undo(asked.id, by);
  }
}

const OTHER_PAGE = "This page is from another version of the desk: reload it.";

/** A slip in what was typed has a sentence of its own; anything else does not come from this page. */
function mistakeIn({ issues }: z.ZodError): string {
  const slip = issues.find(({ message }) => message.startsWith("A question"));
  return slip?.message ?? OTHER_PAGE;
}
