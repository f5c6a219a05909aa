import { z } from "zod";
import { articleEditSchema } from "./article-edit.ts";
import type { Editorial, DeskOutcome } from "./editorial.ts";
import type { JournalEntry } from "./journal.ts";
import type { ListedArticle, OpenedArticle } from "./open-article.ts";

const ref = z.strictObject({ state: z.enum(["published", "draft"]), name: z.string().max(255) });

const requestSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("list") }),
  /** `version`: what the page has already. */
  z.strictObject({ do: z.literal("open"), ref, version: z.string().optional() }),
  z.strictObject({ do: z.literal("edit"), ref, seen: z.string().max(64), edit: articleEditSchema }),
  z.strictObject({ do: z.literal("proposeSpeakers"), ref }),
  z.strictObject({ do: z.literal("undo"), ref }),
  z.strictObject({ do: z.literal("move"), ref }),
  z.strictObject({ do: z.literal("discard"), ref }),
  z.strictObject({ do: z.literal("journal") }),
]);

/** What the page gets, as JSON. */
export type EditorialReply =
  | { readonly articles: readonly ListedArticle[] }
  | { readonly entries: readonly JournalEntry[] }
  | { readonly unchanged: true }
  | { readonly gone: true }
  /** `before`: the version that an edit replaced. */
  | { readonly opened: OpenedArticle; readonly before?: string | undefined }
  /** `why` tells the editor what was not done, `field` which text has the mistake. */
  | {
      readonly why: string;
      readonly field?: string | undefined;
      readonly opened: OpenedArticle | undefined;
    };

/** Nobody scrolls further back. */
const MAX_ENTRIES = 200;

/** Does what the page asks for. `by`: who is at the page. Throws, with a sentence, if the request makes no sense. */
export function answerRequest(editorial: Editorial, request: unknown, by: string): EditorialReply {
  const read = requestSchema.safeParse(request);
  if (!read.success) throw new Error(mistakeIn(read.error));
  const asked = read.data;
  switch (asked.do) {
    case "list":
      return { articles: editorial.list() };
    case "journal":
      return { entries: editorial.journal().slice(-MAX_ENTRIES).toReversed() };
    case "open":
      if (asked.version !== undefined && editorial.isUnchanged(asked.ref, asked.version)) {
        return { unchanged: true };
      }
      return replyWith(editorial.open(asked.ref));
    case "edit":
      return replyTo(editorial.edit(asked.ref, asked.seen, asked.edit, by));
    case "proposeSpeakers":
    case "undo":
    case "move":
    case "discard":
      return replyTo(editorial[asked.do](asked.ref, by));
  }
}

const OTHER_PAGE = "This page is from another version of the desk: reload it.";

/** An editor's slip in an edit has a sentence of its own; anything else does not come from this page. */
function mistakeIn({ issues }: z.ZodError): string {
  const slip = issues.find(
    ({ code, path }) => path[0] === "edit" && (code === "too_big" || code === "too_small"),
  );
  return slip?.message ?? OTHER_PAGE;
}

function replyTo(outcome: DeskOutcome): EditorialReply {
  const { opened } = outcome;
  if (outcome.kind === "done") return opened ? { opened, before: outcome.before } : { gone: true };
  if (outcome.kind === "conflict") return { why: CHANGED_ELSEWHERE, opened };
  return { why: outcome.why, field: outcome.field, opened };
}

const CHANGED_ELSEWHERE =
  "Somebody has changed just this in the meantime, so nothing was done. Here is how it is now.";

function replyWith(opened: OpenedArticle | undefined): EditorialReply {
  return opened ? { opened } : { gone: true };
}
