/**
 * Characters that control a terminal or the direction of text: control characters, line and paragraph
 * separators, and bidirectional overrides, embeddings and isolates. Direction marks are kept: they are
 * harmless, and Arabic and Hebrew need them.
 */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Escapes untrusted text into one line that is safe in a terminal, log or chat: `\u001b`, `\n`. */
export function escapeControls(text: string): string {
  return text.toWellFormed().replaceAll(CONTROLS, escaped);
}

/** Like `escapeControls`, but keeps line breaks. */
export function escapeInLines(text: string): string {
  return text.split("\n").map(escapeControls).join("\n");
}

/** JSON with these characters escaped. */
export function jsonWithoutControls(value: unknown): string {
  return JSON.stringify(value).replaceAll(CONTROLS, escaped);
}

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(control: string): string {
  const hex = (control.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return SHORT[control] ?? `\\u${hex}`;
}
