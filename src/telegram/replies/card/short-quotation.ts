import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import { statementOf } from "../../../answer/statement.ts";

/** Four lines on a phone. */
const MAX_QUOTED = 220;

/** The sentence that comes closest, in the article's words, with what matches in bold. */
export function shortQuotation(citation: Citation): FormattedString {
  const { passage, snippet } = citation;
  const text = statementOf(citation, MAX_QUOTED);
  const parts: (FormattedString | string)[] = [];
  let from = 0;
  for (const [start, end] of snippet?.highlights ?? []) {
    const marked = passage.text.slice(start, end);
    const at = placeOf(marked, text, from);
    if (at < from || !snippet || start < snippet.sentence[0] || end > snippet.sentence[1]) continue;
    parts.push(text.slice(from, at), FormattedString.bold(marked));
    from = at + marked.length;
  }
  return FormattedString.blockquote(FormattedString.join([...parts, text.slice(from)]));
}

const LETTER = /\p{L}/u;

/** Where the words stand in a text, not as the end of a longer word; -1 if they do not. */
function placeOf(words: string, text: string, from: number): number {
  let at = text.indexOf(words, from);
  while (at > 0 && LETTER.test(text[at - 1] ?? "")) at = text.indexOf(words, at + 1);
  return at;
}
