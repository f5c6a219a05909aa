import { z } from "zod";
import { LANGUAGES } from "../../languages/language.ts";
import { RATINGS } from "../../feedback/vote.ts";
import { DRAFT_ACTIONS } from "../newsroom.ts";

/**
 * Hashes stand for articles, passages, people and questions because Telegram allows 64 bytes. They stay
 * valid after restarts and after edits elsewhere in the article.
 */
const reference = z.string().regex(/^[A-Za-z0-9_-]{8}$/u);
const count = z.coerce.number().int().min(0).max(9999);

/** Update ids are written in base 36: four references leave little room. */
const BASE = 36;
const updateId = z
  .string()
  .regex(/^[0-9a-z]{1,8}$/u)
  .transform((text) => Number.parseInt(text, BASE));
const traceId = z.string().regex(/^[0-9a-z]{8}$/u);

/** Passages that can be listed and browsed one by one. */
const sequence = z.enum(["section", "person", "about", "points", "facts", "dates", "timeline"]);

/** What a card is about: its passage and the person in question. */
const card = { article: reference, passage: reference, person: reference };

/** The values of `ask` are stored in buttons that live on in chats: never rename one. */
const pressedButton = z.discriminatedUnion("ask", [
  /** Asks a suggested question. */
  z.object({ ask: z.literal("question"), article: reference, of: reference }),
  /** Shows one passage of a sequence in place. */
  z.object({ ask: z.literal("see"), article: reference, sequence, of: reference, at: count }),
  /** Sends one passage of a sequence as a new message. */
  z.object({ ask: z.literal("open"), article: reference, sequence, of: reference, at: count }),
  /** Shows a page of a list in place. */
  z.object({ ask: z.literal("list"), article: reference, sequence, of: reference, at: count }),
  /** Shows the overview of an article in place; `at` is the page. */
  z.object({ ask: z.literal("brief"), article: reference, at: count }),
  /** Shows the people of an article in place; `at` is the page. */
  z.object({ ask: z.literal("people"), article: reference, at: count }),
  /** Shows who a person is in place. */
  z.object({ ask: z.literal("who"), article: reference, of: reference }),
  /** Shows a page of what was said over time in place; `of` is the question. */
  z.object({ ask: z.literal("said"), of: reference, at: count }),
  /** Lists the articles. */
  z.object({ ask: z.literal("library") }),
  /** Votes on the answer. */
  z.object({
    ask: z.literal("vote"),
    rating: z.enum(RATINGS),
    ...card,
    update: updateId,
    trace: traceId,
  }),
  /** Switches the card between the original passage and its translation. */
  z.object({
    ask: z.literal("version"),
    shows: z.enum(["original", "translation"]),
    language: z.enum(LANGUAGES),
    ...card,
  }),
  /** Does nothing: its label says where the reader is, or how they voted. */
  z.object({ ask: z.literal("stay"), ...card }),
  /** Imports the page whose link is in the message. */
  z.object({ ask: z.literal("import") }),
  /** Publishes, withdraws or discards an article, if its text is still this version. */
  z.object({
    ask: z.literal("draft"),
    act: z.enum(DRAFT_ACTIONS),
    of: reference,
    version: reference,
  }),
]);

export type PressedButton = z.infer<typeof pressedButton>;
export type Sequence = z.infer<typeof sequence>;
export type CardReferences = z.infer<z.ZodObject<typeof card>>;

type FieldsOf<Ask> = readonly Exclude<keyof Extract<PressedButton, { ask: Ask }>, "ask">[];

/** The order of a button's fields in its data. */
const FIELDS: { readonly [Ask in PressedButton["ask"]]: FieldsOf<Ask> } = {
  question: ["article", "of"],
  see: ["article", "sequence", "of", "at"],
  open: ["article", "sequence", "of", "at"],
  list: ["article", "sequence", "of", "at"],
  brief: ["article", "at"],
  said: ["of", "at"],
  library: [],
  people: ["article", "at"],
  who: ["article", "of"],
  vote: ["rating", "article", "passage", "person", "update", "trace"],
  version: ["shows", "language", "article", "passage", "person"],
  stay: ["article", "passage", "person"],
  import: [],
  draft: ["act", "of", "version"],
};

/** At most 63 bytes, for a vote; Telegram allows 64. */
export function writeCallbackData(button: PressedButton): string {
  const values: Readonly<Record<string, string | number>> =
    button.ask === "vote" ? { ...button, update: button.update.toString(BASE) } : button;
  return [button.ask, ...FIELDS[button.ask].map((field) => values[field])].join(":");
}

const FIELDS_BY_NAME: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(FIELDS));

/** `undefined` if the data is forged or from an earlier version. */
export function readCallbackData(data: string): PressedButton | undefined {
  const [ask = "", ...values] = data.split(":");
  const fields = FIELDS_BY_NAME.get(ask) ?? [];
  if (values.length !== fields.length) return undefined;

  const named = fields.map((field, at) => [field, values[at]]);
  return pressedButton.safeParse({ ask, ...Object.fromEntries(named) }).data;
}
