import type { RoleForms, WordOrder, WordForm } from "../../../languages/roles.ts";
import { type ClauseWord, type Group, groupAfter } from "./clause-word.ts";

/** Who does what to whom in a sentence, as far as the words beside the verb tell. */
export type ToldRoles = {
  readonly verb: number;
  readonly words: readonly ClauseWord[];
  /** Right before the verb, empty if nobody stands there for certain. */
  readonly doer: Group;
  /** Right behind it. */
  readonly object: Group;
  readonly preposition: string | undefined;
  /** "The visit to": only where it leads is certain. */
  readonly isNoun: boolean;
};

export function toldRoles(words: readonly ClauseWord[], verb: number, roles: RoleForms): ToldRoles {
  const before = groupBefore(words, verb, roles);
  const { from, to, preposition } = groupAfter(words, verb + 1, roles);
  const after = { from, to };
  const isNoun = isNounAt(words, verb, roles);
  const { order } = roles;
  if (isNoun || !order || !isPassiveAt(words, verb, roles.adverb, order)) {
    return { verb, words, doer: before, object: after, preposition, isNoun };
  }
  const isBy = preposition !== undefined && order.by.test(preposition);
  const doer = isBy ? after : { from: verb, to: verb };
  return { verb, words, doer, object: before, preposition: undefined, isNoun };
}

/** Or what may be one: without an ending, or with one that nouns have too. */
function isNounAt(words: readonly ClauseWord[], verb: number, roles: RoleForms): boolean {
  const { order, adverb, determiner, preposition } = roles;
  const { folded = "", startsClause = true } = words[verb] ?? {};
  if (!order) return !roles.verb.test(folded);
  let at = verb - 1;
  while (at > 0 && adverb.test(words[at]?.folded ?? "")) at -= 1;
  const before = words[at];
  if (before && !startsClause) {
    if (order.beforeBase.test(before.folded)) return order.notBase.test(folded);
    if (before.isPossessive || determiner.test(before.folded) || preposition.test(before.folded)) {
      return true;
    }
  }
  if (order.past.test(folded)) return false;
  if (order.ing.test(folded)) return !order.be.test(before?.folded ?? "");
  const next = words[verb + 1];
  const isObject =
    next !== undefined &&
    !next.startsClause &&
    (next.isName || determiner.test(next.folded) || order.to.test(next.folded));
  return !(order.third.test(folded) && isObject);
}

/** Looked back so far for "was". */
const BE_REACH = 3;

function isPassiveAt(
  words: readonly ClauseWord[],
  verb: number,
  adverb: WordForm,
  { ing, by, be }: WordOrder,
): boolean {
  if (ing.test(words[verb]?.folded ?? "")) return false;
  if (by.test(words[verb + 1]?.folded ?? "")) return true;
  for (let at = verb - 1; at >= Math.max(0, verb - BE_REACH); at -= 1) {
    const folded = words[at]?.folded ?? "";
    if (be.test(folded)) return true;
    if (!adverb.test(folded)) return false;
  }
  return false;
}

/** Words between "plans" and its doer. */
const INFINITIVE_REACH = 3;
/** Longer groups hardly name one doer. */
const LONGEST_DOER = 6;

/** The words right before a verb that name who acts: "the mayor, Ann and Bob". None if that is uncertain. */
function groupBefore(words: readonly ClauseWord[], verb: number, roles: RoleForms): Group {
  const { auxiliary, adverb, preposition, determiner, order, and } = roles;
  const nobody = { from: verb, to: verb };
  const is = (at: number, ...forms: readonly (WordForm | undefined)[]) =>
    at >= 0 &&
    words[at + 1]?.startsClause !== true &&
    forms.some((form) => form?.test(words[at]?.folded ?? "") === true);
  let to = verb;
  while (is(to - 1, auxiliary, adverb)) to -= 1;
  if (is(to - 1, order?.to)) {
    to -= 1;
    const least = to - INFINITIVE_REACH;
    while (to > least && words[to - 1]?.isName === false && !is(to - 1, preposition, determiner))
      to -= 1;
  }
  for (let from = to; from > to - LONGEST_DOER; from -= 1) {
    if (from === 0 || words[from]?.startsClause === true) return { from, to };
    const before = words[from - 1];
    if (is(from - 1, determiner) || (from < to && before?.isValue === true)) return { from, to };
    const isOther = before?.isName === false && !and.test(before.folded);
    if (!order && isOther && words[from]?.isName === true) return { from, to };
    // "The mayor of Pelly" is not Pelly.
    if (is(from - 1, preposition) || before?.isPossessive === true) return nobody;
  }
  return nobody;
}
