import type { Citation } from "../../../answer/answer.ts";

/** Longer passages are named by how they begin and end. */
const MAX_WHOLE = 120;
const WORDS_AT_EACH_END = 5;

/**
 * The address of a passage's very words on its page, which browsers scroll to and mark (`#:~:text=`); of the
 * page alone for a digest, whose words are not on it. `undefined` if the address is not known.
 */
export function passageUrl({ article, passage }: Citation): string | undefined {
  const { url } = article.source;
  if (url === undefined || article.text === "digest") return url;
  const { text } = passage.original ?? passage;
  const words = text.split(" ");
  const isWhole = text.length <= MAX_WHOLE || words.length <= WORDS_AT_EACH_END * 2;
  const parts = isWhole
    ? [text]
    : [words.slice(0, WORDS_AT_EACH_END).join(" "), words.slice(-WORDS_AT_EACH_END).join(" ")];
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${parts.map(encodePart).join(",")}`;
}

/** A hyphen would set off words before or after the text. */
function encodePart(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll("-", "%2D");
}
