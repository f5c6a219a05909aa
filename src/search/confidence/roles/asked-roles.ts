import type { RoleForms, WordForm } from "../../../languages/roles.ts";
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { WordAnalysis } from "../../../languages/terms.ts";
import type { Word } from "../../../text/words.ts";
import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import { queryTermsWhere } from "../../query/query-terms.ts";
import {
  type ClauseWord,
  type Group,
  groupAfter,
  NOBODY,
  OWNER_ENDING,
  startsClauseAfter,
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

/**
 * One reading for each word that may be the verb. `mayTell`: whether a sentence that has a query term is looked at, and
 * so whether it pays to read the question.
 */
export function askedRoles(
  compiled: CompiledQuery,
  mayTell: (terms: number) => boolean = () => true,
): readonly AskedRoles[] {
  const { query } = compiled;
  const [asking = query.pack] = query.likelyPacks;
  const { roles } = asking;
  if (!roles || isAboutSpeech(query.written, asking)) return [];
  if (asking.clauseBefore?.test(query.text) === true) return [];
  const analysed = query.written.map(({ text }) => asking.terms.read(text));
  const start = startOfSubject(analysed, roles);
  const numbers = new Map(compiled.queryTerms.map(({ term }, number) => [term, number]));
  const forms: VerbForm[] = [];
  let isTold = false;
  for (const { term, position, isName } of query.words) {
    if (isName || position < start) continue;
    const form = verbFormAt(analysed, position, start, roles);
    if (form === undefined) continue;
    const isJourney = roles.journey.test(analysed[position]?.folded ?? "");
    forms.push({ position, form, isJourney });
    isTold ||= isJourney || mayTell(1 << (numbers.get(term) ?? 0));
  }
  return isTold ? readingsOf(compiled, forms, { start, roles, analysed, numbers }) : [];
}

function isAboutSpeech(written: readonly Word[], { words }: LanguagePack): boolean {
  for (const { text } of written) if (words.speech.has(text)) return true;
  return false;
}

/** A content word that may be the verb. */
type VerbForm = {
  readonly position: number;
  readonly form: "verb" | "past";
  readonly isJourney: boolean;
};

type Reading = {
  readonly start: number;
  readonly roles: RoleForms;
  readonly analysed: readonly WordAnalysis[];
  readonly numbers: ReadonlyMap<string, number>;
};

function readingsOf(
  compiled: CompiledQuery,
  forms: readonly VerbForm[],
  { start, roles, analysed, numbers }: Reading,
): AskedRoles[] {
  const words = wordsOfQuestion(compiled, analysed, numbers);
  const capital = queryTermsWhere(compiled.queryTerms, ({ isName }) => isName);
  const readings: AskedRoles[] = [];
  for (const { position, form, isJourney } of forms) {
    const word = words[position];
    if (!word || word.terms === 0 || word.isName) continue;
    if (form === "past" && isBeforeNoun(words, position)) continue;
    const read = readAs(position, start, words, roles);
    if (!read) continue;
    const { verb, doer, object, preposition } = read;
    const place = isJourney ? termsIn(words, object) & capital : 0;
    readings.push({ verb, words, doer, object, preposition, isJourney, place });
  }
  return readings;
}

function wordsOfQuestion(
  { query }: CompiledQuery,
  analysed: readonly WordAnalysis[],
  numbers: ReadonlyMap<string, number>,
): ClauseWord[] {
  const contentAt = new Map(query.words.map((word) => [word.position, word]));
  let end = 0;
  return query.written.map((word, at) => {
    const content = contentAt.get(at);
    const number = content && numbers.get(content.term);
    const own = number === undefined ? 0 : 1 << number;
    const { folded = "", classes = 0 } = analysed[at] ?? {};
    const startsClause = at === 0 || startsClauseAfter(query.text, end, word.start);
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
function startOfSubject(words: readonly WordAnalysis[], { auxiliary, order }: RoleForms): number {
  const at = order ? words.findIndex(({ folded }) => auxiliary.test(folded)) : 0;
  return at < 0 ? 1 : at + 1;
}

/**
 * "Did … visit", "is … visiting", "was … visited", "who visited": what stands before it asks for its form. A form in
 * -ed may also belong to the noun behind it: "was the wounded soldier".
 */
function verbFormAt(
  words: readonly WordAnalysis[],
  at: number,
  start: number,
  { verb: form, order, auxiliary, determiner, preposition, who }: RoleForms,
): "verb" | "past" | undefined {
  const before = words[at - 1]?.folded ?? "";
  const word = words[at]?.folded ?? "";
  if (!form.test(word)) return undefined;
  if (!order) return "verb";
  if (determiner.test(before) || preposition.test(before)) return undefined;
  const asking = words[start - 1]?.folded ?? "";
  if (!auxiliary.test(asking)) return who.test(before) ? "verb" : undefined;
  if (order.beforeBase.test(asking)) return order.notBase.test(word) ? undefined : "verb";
  if (order.ing.test(word)) return "verb";
  return order.past.test(word) ? "past" : undefined;
}

function isBeforeNoun(words: readonly ClauseWord[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && next.terms !== 0 && !next.isName;
}

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
  while (from < to && isOf(words[from], auxiliary, adverb, determiner)) from += 1;
  while (to > from && isOf(words[to - 1], auxiliary, adverb)) to -= 1;
  for (let at = from; at < to; at += 1) {
    if (isOf(words[at], preposition) || (at > from && words[at]?.startsClause === true))
      return undefined;
  }
  return { from, to };
}

function isOf(word: ClauseWord | undefined, ...forms: readonly WordForm[]): boolean {
  for (const form of forms) if (form.test(word?.folded ?? "")) return true;
  return false;
}
