import type { RoleForms, WordForm } from "../../../languages/roles.ts";

/** A word of a question or a sentence, as far as roles go. */
export type ClauseWord = {
  readonly folded: string;
  /** The query terms that it is or matches; in the question, its own. */
  readonly terms: number;
  /** Only those matched by the word itself, not by one of about the same meaning. */
  readonly exact: number;
  readonly isName: boolean;
  /** A time or a number: "on Tuesday | Xi met". */
  readonly isValue: boolean;
  /** "Xi's" */
  readonly isPossessive: boolean;
  /** A comma, a dash or a quotation mark stands before it, or a sentence begins. */
  readonly startsClause: boolean;
};

const CLAUSE_MARK = /[,;:()"“”«»—–…]/u;

/** Whether a mark stands between two words. */
export function startsClauseAfter(text: string, end: number, start: number): boolean {
  if (start === end + 1 && text[end] === " ") return false;
  return CLAUSE_MARK.test(text.slice(end, start));
}

export const OWNER_ENDING = /(?:['’]s|s['’])$/u;

/** Words from the first to before the last. */
export type Group = { readonly from: number; readonly to: number };

export const NOBODY: Group = { from: 0, to: 0 };

export function termsIn(words: readonly ClauseWord[], { from, to }: Group): number {
  let terms = 0;
  for (let at = from; at < to; at += 1) terms |= words[at]?.terms ?? 0;
  return terms;
}

export function exactIn(words: readonly ClauseWord[], { from, to }: Group): number {
  return words.slice(from, to).reduce((terms, { exact }) => terms | exact, 0);
}

/** The names of a group: words of one name stand side by side. */
export function namesWithin(words: readonly ClauseWord[], { from, to }: Group): readonly Group[] {
  const names: Group[] = [];
  for (let at = from; at < to; at += 1) {
    if (words[at]?.isName !== true) continue;
    let end = at + 1;
    while (end < to && words[end]?.isName === true && !words[end]?.startsClause) end += 1;
    names.push({ from: at, to: end });
    at = end;
  }
  return names;
}

/** Where the words begin that name whoever stands right behind a verb, and the preposition between. */
export function groupAfter(
  words: readonly ClauseWord[],
  from: number,
  { preposition, determiner, adverb, order, and }: RoleForms,
): Group & { readonly preposition: string | undefined } {
  let at = from;
  const isAt = (form: WordForm | undefined) => {
    const word = words[at];
    return word !== undefined && !word.startsClause && form?.test(word.folded) === true;
  };
  while (isAt(adverb)) at += 1;
  const before = isAt(preposition) || isAt(order?.to) ? words[at]?.folded : undefined;
  if (before !== undefined) at += 1;
  while (isAt(determiner)) at += 1;
  const start = at;
  while (at < words.length && (at === start || !words[at]?.startsClause)) {
    if (isAt(preposition) || isAt(order?.to)) break;
    if (isAt(and) && words[at + 1]?.isName !== true) break;
    at += 1;
  }
  const isEmpty = words[start]?.startsClause !== false;
  return { from: start, to: isEmpty ? start : at, preposition: before };
}
