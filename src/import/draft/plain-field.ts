import { plainTextField } from "../../article/plain-text-field.ts";

const MARKUP = /[<>{}*[\]\\`]|&(?=#?\w{1,9};)/gu;
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
const SPACES = /\s+/gu;

/** A text as a field of front matter or an attribute may have it; `undefined` if nothing is left. */
export function plainField(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = text.replaceAll(BIDI_CONTROLS, "").replaceAll(SPACES, " ").trim();
  for (const candidate of [line, line.replaceAll(MARKUP, "").replaceAll(SPACES, " ").trim()]) {
    const { data } = plainTextField.safeParse(candidate);
    if (data !== undefined) return data;
  }
  return undefined;
}

const CLOSING_HASHES = / #+$/u;

/** A text as a paragraph or heading may have it: on one line, without what changes its direction. */
export function paragraphText(text: string): string {
  return text.replaceAll(BIDI_CONTROLS, "").replaceAll(SPACES, " ").trim();
}

/** Markdown takes hashes at the end for the heading's own. */
export function headingText(text: string): string {
  return paragraphText(text).replace(CLOSING_HASHES, "");
}
