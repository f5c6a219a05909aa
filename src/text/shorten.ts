import type { Range } from "./ranges.ts";

const MARK = "…";

/** The end of a clause: text up to it can be read. */
const CLAUSE_END = /[,;:)](?=\s)|(?<=\s)[–—](?=\s)/gu;
const TRAILING_MARKS = /[\s,;:–—-]+$/u;

/** A clause shorter than this share of the limit says too little. */
const MIN_CLAUSE = 0.45;
/** A word longer than the rest is cut. */
const MIN_WORDS = 0.3;

/**
 * Cuts a text at the end of a clause, otherwise between words, with "…" for what is left out. `keep` is the
 * part that has to stay, so words before it may go too.
 */
export function shorten(text: string, maxLength: number, keep: Range = [0, 0]): string {
  if (text.length <= maxLength) return text;
  const room = maxLength - 2 * ` ${MARK}`.length;
  const from = keep[1] <= room ? 0 : startBefore(keep, text, room);
  const before = from > 0 ? `${MARK} ` : "";
  const rest = text.slice(from);
  if (before.length + rest.length <= maxLength) return (before + rest).toWellFormed();

  const cut = rest.slice(0, room).toWellFormed();
  const end = cutAt(cut, Math.max(keep[1] - from, 0));
  return `${before}${cut.slice(0, end).replace(TRAILING_MARKS, "")} ${MARK}`;
}

/** The clause that `keep` is in, or the word. */
function startBefore([start, end]: Range, text: string, room: number): number {
  const earliest = Math.min(start, end - room);
  const clauses = Array.from(text.slice(0, start).matchAll(CLAUSE_END), ({ index }) => index + 1);
  const clause = clauses.find((at) => at >= earliest);
  const from = clause ?? text.indexOf(" ", Math.max(0, earliest));
  const begin = from < 0 || from > start ? start : from;
  return begin + (/^\s*/u.exec(text.slice(begin))?.[0].length ?? 0);
}

function cutAt(text: string, kept: number): number {
  const clauses = Array.from(text.matchAll(CLAUSE_END), ({ index }) => index + 1);
  const clause = clauses.findLast((at) => at >= kept && at >= text.length * MIN_CLAUSE);
  if (clause !== undefined) return clause;
  const space = text.lastIndexOf(" ");
  return space > Math.max(kept, text.length * MIN_WORDS) ? space : text.length;
}
