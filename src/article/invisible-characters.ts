import type { Diagnostic } from "./diagnostic.ts";

/** Bidirectional controls can make readers see different words from those in the text. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u;
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Invisible characters: control codes, soft hyphens, zero-width spaces, and tag characters outside
 * flags. Joiners and direction marks are kept: emoji, Persian and Arabic need them.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /(\u{1F3F4}[\u{E0020}-\u{E007F}]+)|[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LINE_ENDS = /\r\n?/gu;

/** The text without invisible characters. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, "$1").replaceAll("\u0085", " ");
}

/** Why a text with a bidirectional control cannot be shown; `undefined` for any other text. */
export function describeBidiControl(text: string): string | undefined {
  const control = BIDI_CONTROL.exec(text)?.[0];
  if (control === undefined) return undefined;
  const code = control.codePointAt(0)?.toString(16).toUpperCase() ?? "";
  return `the invisible character U+${code} changes the direction of the text: remove it, or retype the words`;
}

/** Normalises line ends and removes invisible characters; bidirectional controls are reported. */
export function cleanSource(
  written: string,
  file: string,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const text = written.replace(LINE_ENDS, "\n");
  if (!BIDI_CONTROL.test(text)) return { text: stripInvisible(text), diagnostics: [] };
  const diagnostics = text.split("\n").flatMap((line, at) => {
    const message = describeBidiControl(line);
    return message === undefined ? [] : [{ file, line: at + 1, message }];
  });
  return { text: stripInvisible(text).replace(BIDI_CONTROLS, ""), diagnostics };
}
