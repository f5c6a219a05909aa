import type { Mistake } from "./diagnostic.ts";

type Unread = { readonly kind: "faulty"; readonly mistakes: readonly Mistake[] };

/**
 * Reads a file. Nothing that an editor saves may end the bot: what reading throws, which it never
 * should, is told like any other mistake.
 */
export function readSafely<Result>(file: string, read: () => Result): Result | Unread {
  try {
    return read();
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : "unknown error";
    const message = `this file cannot be read (${what}): undo what was changed last, and report it as a bug`;
    return { kind: "faulty", mistakes: [{ file, line: 1, message }] };
  }
}
