import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * What a button asks for. Articles, sections, people and questions are named by short references,
 * because Telegram allows 64 bytes; they outlive restarts and edits elsewhere in the article.
 */
const reference = z.string().regex(/^[A-Za-z0-9_-]{8}$/u);
const count = z.coerce.number().int().min(0).max(9999);

/** Rows of passages that can be listed and paged through. */
const sequence = z.enum(["section", "person", "facts", "dates"]);

const pressedButton = z.union([
  /** A suggested question, asked. */
  z.object({ ask: z.literal("question"), article: reference, of: reference }),
  /** One passage of a sequence, in place. */
  z.object({ ask: z.literal("see"), article: reference, sequence, of: reference, at: count }),
  /** A page of a list, in place. */
  z.object({ ask: z.literal("list"), article: reference, sequence, of: reference, at: count }),
  /** The overview of an article, in place; `at` is the page. */
  z.object({ ask: z.literal("brief"), article: reference, at: count }),
  z.object({ ask: z.literal("source"), article: reference }),
  /** Nothing: the label says where the reader is. */
  z.object({ ask: z.literal("stay") }),
]);

export type PressedButton = z.infer<typeof pressedButton>;
export type Sequence = z.infer<typeof sequence>;

/** Telegram allows 64 bytes; two references, a word and two numbers stay well below. */
export function writeCallbackData(button: PressedButton): string {
  switch (button.ask) {
    case "question":
      return ["question", button.article, button.of].join(":");
    case "see":
    case "list":
      return [button.ask, button.article, button.sequence, button.of, button.at].join(":");
    case "brief":
      return ["brief", button.article, button.at].join(":");
    case "source":
      return ["source", button.article].join(":");
    case "stay":
      return "stay";
  }
}

/** What a press asks for, or `undefined` for data that is forged or of an earlier version. */
export function readCallbackData(data: string): PressedButton | undefined {
  const [ask, article, ...rest] = data.split(":");
  const [sequenceName, of, at] = rest;
  const candidates = [
    { ask, article, of: rest[0] },
    { ask, article, sequence: sequenceName, of, at },
    { ask, article, at: rest[0] },
    { ask, article },
  ];
  for (const candidate of candidates) {
    const result = pressedButton.safeParse(candidate);
    if (result.success) return result.data;
  }
  return undefined;
}

/** Eight characters that stand for a name; the same name always gives the same ones. */
export function referenceTo(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 8);
}
