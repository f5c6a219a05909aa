/**
 * What steers a terminal or turns the direction of what follows: all control characters, line and
 * paragraph separators, and overrides, embeddings and isolates of direction. Marks of direction stay,
 * since they turn nothing and Arabic or Hebrew may need them.
 */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text of somebody else's on one line, fit for a terminal, a log or a chat: `\u001b`, `\n`. */
export function escapeControls(text: string): string {
  return text.toWellFormed().replaceAll(CONTROLS, escaped);
}

/** The same for a text of several lines. */
export function escapeInLines(text: string): string {
  return text.split("\n").map(escapeControls).join("\n");
}

/** JSON that says the same with every such character escaped. */
export function jsonWithoutControls(value: unknown): string {
  return JSON.stringify(value).replaceAll(CONTROLS, escaped);
}

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(control: string): string {
  const hex = (control.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return SHORT[control] ?? `\\u${hex}`;
}
