import { hash } from "node:crypto";
import { z } from "zod";
import { LANGUAGES } from "../../languages/language.ts";
import { RATINGS } from "../../feedback/vote.ts";

/**
 * What a button asks for. Articles, passages, people and questions are named by short references,
 * because Telegram allows 64 bytes; they outlive restarts and edits elsewhere in the article.
 */
const reference = z.string().regex(/^[A-Za-z0-9_-]{8}$/u);
const count = z.coerce.number().int().min(0).max(9999);

/** Update ids are written as digits and letters, since four references leave little room. */
const BASE = 36;
const updateId = z
  .string()
  .regex(/^[0-9a-z]{1,8}$/u)
  .transform((text) => Number.parseInt(text, BASE));
const traceId = z.string().regex(/^[0-9a-z]{8}$/u);

/** Rows of passages that can be listed and paged through. */
const sequence = z.enum(["section", "person", "facts", "dates"]);

/** The passage that a card shows and the person spoken of: what the chat is about below it. */
const shown = { article: reference, passage: reference, person: reference };

const pressedButton = z.discriminatedUnion("ask", [
  /** A suggested question, asked. */
  z.object({ ask: z.literal("question"), article: reference, of: reference }),
  /** One passage of a sequence, in place. */
  z.object({ ask: z.literal("see"), article: reference, sequence, of: reference, at: count }),
  /** A page of a list, in place. */
  z.object({ ask: z.literal("list"), article: reference, sequence, of: reference, at: count }),
  /** The overview of an article, in place; `at` is the page. */
  z.object({ ask: z.literal("brief"), article: reference, at: count }),
  /** What the reader thinks of the answer. */
  z.object({
    ask: z.literal("vote"),
    rating: z.enum(RATINGS),
    ...shown,
    update: updateId,
    trace: traceId,
  }),
  /** The passage as it was published, or in translation, in place. */
  z.object({
    ask: z.literal("version"),
    shows: z.enum(["original", "translation"]),
    language: z.enum(LANGUAGES),
    ...shown,
  }),
  /** Nothing: the label says where the reader is, or what they have done. */
  z.object({ ask: z.literal("stay"), ...shown }),
]);

export type PressedButton = z.infer<typeof pressedButton>;
export type Sequence = z.infer<typeof sequence>;
export type CardReferences = z.infer<z.ZodObject<typeof shown>>;

type FieldsOf<Ask> = readonly Exclude<keyof Extract<PressedButton, { ask: Ask }>, "ask">[];

/** The order in which a button's fields stand in its data. */
const FIELDS: { readonly [Ask in PressedButton["ask"]]: FieldsOf<Ask> } = {
  question: ["article", "of"],
  see: ["article", "sequence", "of", "at"],
  list: ["article", "sequence", "of", "at"],
  brief: ["article", "at"],
  vote: ["rating", "article", "passage", "person", "update", "trace"],
  version: ["shows", "language", "article", "passage", "person"],
  stay: ["article", "passage", "person"],
};

/** Telegram allows 64 bytes; a vote has at most 63 of them. */
export function writeCallbackData(button: PressedButton): string {
  const values: Readonly<Record<string, string | number>> =
    button.ask === "vote" ? { ...button, update: button.update.toString(BASE) } : button;
  return [button.ask, ...FIELDS[button.ask].map((field) => values[field])].join(":");
}

const FIELDS_BY_NAME: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(FIELDS));

/** What a press asks for, or `undefined` for data that is forged or of an earlier version. */
export function readCallbackData(data: string): PressedButton | undefined {
  const [ask = "", ...values] = data.split(":");
  const fields = FIELDS_BY_NAME.get(ask) ?? [];
  if (values.length !== fields.length) return undefined;

  const named = fields.map((field, at) => [field, values[at]]);
  return pressedButton.safeParse({ ask, ...Object.fromEntries(named) }).data;
}

/** Eight characters that stand for a name; the same name always gives the same ones. */
export function referenceTo(name: string): string {
  return hash("sha256", name, "base64url").slice(0, 8);
}
