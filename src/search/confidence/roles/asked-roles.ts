import type { RoleForms } from "../../../languages/roles.ts";
import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import { queryTermsWhere } from "../../query/query-terms.ts";
import {
  CLAUSE_MARK,
  type ClauseWord,
  type Group,
  groupAfter,
  NOBODY,
  OWNER_ENDING,
  termsIn,
} from "./clause-word.ts";

/** Who does what to whom in a question, if one of its words is the verb. */
export type AskedRoles = {
  readonly verb: number;
  readonly words: readonly ClauseWord[];
  /** Empty if it is asked for. */
  readonly doer: Group;
  readonly object: Group;
  /** Between the verb and the object: "to". */
  readonly preposition: string | undefined;
  /** "Visit", "travel": any word for a journey tells of one. */
  readonly isJourney: boolean;
  /** Where that leads, if it is written like a name. */
  readonly place: number;
};

/** One reading for each word that may be the verb. */
export function askedRoles(compiled: CompiledQuery): readonly AskedRoles[] {
  const { query } = compiled;
  const [asking = query.pack] = query.likelyPacks;
  const { roles } = asking;
  const isOfSpeech = query.written.some(({ text }) => asking.words.speech.has(text));
  if (!roles || isOfSpeech || asking.clauseBefore?.test(query.text) === true) return [];
  const words = wordsOfQuestion(compiled);
  const start = startOfSubject(words, roles);
  const capital = queryTermsWhere(compiled.queryTerms, ({ isName }) => isName);
  return words.flatMap((word, verb) => {
    const isVerb = verb >= start && isVerbAt(words, verb, start, roles);
    const read = isVerb ? readAs(verb, start, words, roles) : undefined;
    if (!read) return [];
    const isJourney = roles.journey.test(word.folded);
    const place = isJourney ? termsIn(words, read.object) & capital : 0;
    return [Object.assign({}, read, { isJourney, place })];
  });
}

function wordsOfQuestion({ query, queryTerms }: CompiledQuery): ClauseWord[] {
  const contentAt = new Map(query.words.map((word) => [word.position, word]));
  const { terms } = query.likelyPacks[0] ?? query.pack;
  let end = 0;
  return query.written.map((word, at) => {
    const content = contentAt.get(at);
    const number = queryTerms.findIndex(({ term }) => term === content?.term);
    const own = number < 0 ? 0 : 1 << number;
    const { folded, classes } = terms.read(word.text);
    const startsClause = at === 0 || CLAUSE_MARK.test(query.text.slice(end, word.start));
    end = word.end;
    const isValue = (classes & (TOKEN_CLASS.time | TOKEN_CLASS.number)) !== 0;
    const isName = (content?.isName === true || (content?.names.length ?? 0) > 0) && !isValue;
    return {
      folded,
      terms: own,
      exact: own,
      isName,
      isValue,
      isPossessive: OWNER_ENDING.test(word.text),
      startsClause,
    };
  });
}

/** "When did | Ann meet Bob", "who | met Ann", «коли | Анна …». */
function startOfSubject(words: readonly ClauseWord[], { auxiliary, order }: RoleForms): number {
  const at = order ? words.findIndex(({ folded }) => auxiliary.test(folded)) : 0;
  return at < 0 ? 1 : at + 1;
}

/** "Did … visit", "is … visiting", "was … visited", "who visited": what stands before it asks for its form. */
function isVerbAt(
  words: readonly ClauseWord[],
  verb: number,
  start: number,
  { verb: form, order, auxiliary, determiner, preposition, who }: RoleForms,
): boolean {
  const { folded, terms, isName } = words[verb] ?? NO_WORD;
  const before = words[verb - 1]?.folded ?? "";
  if (terms === 0 || isName || !form.test(folded)) return false;
  if (!order) return true;
  if (determiner.test(before) || preposition.test(before)) return false;
  const asking = words[start - 1]?.folded ?? "";
  if (!auxiliary.test(asking)) return who.test(before);
  if (order.beforeBase.test(asking)) return !order.notBase.test(folded);
  const next = words[verb + 1];
  const isBeforeNoun = next !== undefined && next.terms !== 0 && !next.isName;
  return order.ing.test(folded) || (order.past.test(folded) && !isBeforeNoun);
}

const NO_WORD = { folded: "", terms: 0, isName: false };

function readAs(
  verb: number,
  start: number,
  words: readonly ClauseWord[],
  roles: RoleForms,
): Omit<AskedRoles, "isJourney" | "place"> | undefined {
  const doer = groupBetween(start, verb, words, roles);
  if (!doer) return undefined;
  const isWhoAsked = words.slice(0, start).some(({ folded }) => roles.who.test(folded));
  if (doer.from === doer.to && !isWhoAsked) return undefined;
  const { from, to, preposition } = groupAfter(words, verb + 1, roles);
  const object = { from, to };
  const { order } = roles;
  const isPassive =
    order !== undefined &&
    words.slice(0, verb).some(({ folded }) => order.be.test(folded)) &&
    !order.ing.test(words[verb]?.folded ?? "");
  if (!isPassive) return { verb, words, doer, object, preposition };
  const isBy = preposition !== undefined && order.by.test(preposition);
  return { verb, words, doer: isBy ? object : NOBODY, object: doer, preposition: undefined };
}

/** The words of the subject; none if it is more than a plain group. */
function groupBetween(
  start: number,
  verb: number,
  words: readonly ClauseWord[],
  { auxiliary, adverb, determiner, preposition }: RoleForms,
): Group | undefined {
  let [from, to] = [start, verb];
  const is = (at: number, ...forms: readonly RegExp[]) =>
    forms.some((form) => form.test(words[at]?.folded ?? ""));
  while (from < to && is(from, auxiliary, adverb, determiner)) from += 1;
  while (to > from && is(to - 1, auxiliary, adverb)) to -= 1;
  const isPlain = words
    .slice(from, to)
    .every(
      ({ folded, startsClause }, at) => !preposition.test(folded) && !(at > 0 && startsClause),
    );
  return isPlain ? { from, to } : undefined;
}
