import type { Diagnostic } from "./diagnostic.ts";

/** Turn the direction of writing, so that other words are seen than stand there. */
const OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/u;
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Signs that are not seen: control codes, soft hyphens, spaces without width, and letters of tags that
 * are no part of a flag. Joiners and the marks of direction stay: emoji, Persian and Arabic need them.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /(\u{1F3F4}[\u{E0020}-\u{E007F}]+)|[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LINE_ENDS = /\r\n?/gu;

/** Text without what is not seen. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, "$1").replaceAll("\u0085", " ");
}

/** Why a text cannot be shown as it is; `undefined` where it can. */
export function bidiControlIn(text: string): string | undefined {
  const sign = OVERRIDE.exec(text)?.[0];
  if (sign === undefined) return undefined;
  const code = sign.codePointAt(0)?.toString(16).toUpperCase() ?? "";
  return `the invisible character U+${code} changes the direction of the text: remove it, or retype the words`;
}

/** A file's text with lines that end alike and without what is not seen; what cannot be taken out is told. */
export function cleanSource(
  written: string,
  file: string,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const text = written.replace(LINE_ENDS, "\n");
  if (!OVERRIDE.test(text)) return { text: stripInvisible(text), diagnostics: [] };
  const diagnostics = text.split("\n").flatMap((line, at) => {
    const message = bidiControlIn(line);
    return message === undefined ? [] : [{ file, line: at + 1, message }];
  });
  return { text: stripInvisible(text).replace(OVERRIDES, ""), diagnostics };
}
