/**
 * A token wherever it stands: in a sentence, in a path (`/bot123:abc/getMe`) or percent-encoded.
 * Without `\b` in front, which would miss it after `bot`.
 */
const ANY_TOKEN = /\d{5,}(?::|%3a)[\w-]{20,}/giu;

const REDACTED = "<token>";

/** Takes every bot token out of a text, and this one even if it has another form. */
export function redact(text: string, token = ""): string {
  const known = token === "" ? text : text.replaceAll(token, REDACTED);
  return known.replaceAll(ANY_TOKEN, REDACTED);
}
