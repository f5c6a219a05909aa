import { weightOf } from "../../query/query-terms.ts";
import type { RoleForms } from "../../../languages/roles.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";
import { askedRoles, type AskedRoles } from "../roles/asked-roles.ts";
import {
  type ClauseWord,
  exactIn,
  type Group,
  namesWithin,
  termsIn,
} from "../roles/clause-word.ts";
import { sentencesOf } from "../roles/sentence-words.ts";
import { toldRoles, type ToldRoles } from "../roles/sentence-roles.ts";
import { areSwapped } from "../roles/swapped.ts";

/**
 * "When did Xi visit Kyiv?" is not answered by a sentence in which Xi visits Moscow, nor "Who voted for the baker?"
 * by one in which the baker votes for the mayor.
 */
export const keepsRoles: AnswerabilityCheck = (first, compiled) => {
  const { roles } = compiled.query.pack;
  const { bySentence, exactBySentence, inText } = first.matches;
  const asked = roles ? askedRoles(compiled, (terms) => (inText & terms) !== 0) : [];
  if (!roles || asked.length === 0) return true;
  let verbs = 0;
  let isJourney = false;
  for (const reading of asked) {
    verbs |= reading.words[reading.verb]?.terms ?? 0;
    isJourney ||= reading.isJourney;
  }
  const mayTell = (sentence: number) => isJourney || ((bySentence[sentence] ?? 0) & verbs) !== 0;
  const mayContradict = exactBySentence.some(
    (named, sentence) =>
      mayTell(sentence) && asked.some((reading) => mayBeContradicted(reading, named, roles)),
  );
  if (!mayContradict) return true;
  const contradicting: number[] = [];
  for (const [sentence, words] of sentencesOf(first, compiled, mayTell)) {
    for (const reading of asked) {
      const verb = reading.words[reading.verb]?.terms ?? 0;
      for (let at = 0; at < words.length; at += 1) {
        const { terms = 0, folded = "", isName = false } = words[at] ?? {};
        const isVerb = (terms & verb) !== 0 || (reading.isJourney && roles.journey.test(folded));
        if (!isVerb || isName) continue;
        const told = toldRoles(words, at, roles);
        const isOther = contradicts(reading, told, exactBySentence[sentence] ?? 0, roles);
        if (!isOther && fits(reading, told)) return true;
        if (isOther) contradicting.push(sentence);
      }
    }
  }
  if (contradicting.length === 0) return true;
  const weights = bySentence.map((terms) => weightOf(terms, compiled.queryTerms));
  const enough = OF_BEST * Math.max(...weights);
  return contradicting.every((sentence) => (weights[sentence] ?? 0) < enough);
};

/** A sentence that matches less of the question than this share of what the best one does is about something else. */
const OF_BEST = 0.6;

/** Whoever is asked about stands before the verb, and whom it is done to behind it. */
function fits({ words, doer, object }: AskedRoles, told: ToldRoles): boolean {
  const [doers, objects] = [termsIn(words, doer), termsIn(words, object)];
  const isDoer = (doers & termsIn(told.words, told.doer)) !== 0;
  const isObject = (objects & termsIn(told.words, told.object)) !== 0;
  return (doers === 0 || isDoer) && (objects === 0 || isObject) && (isDoer || isObject);
}

/**
 * Whether a sentence that names these of the query terms can contradict: it lacks a name of the question, or has whoever
 * may be swapped. Reading a sentence takes much longer than this.
 */
function mayBeContradicted(asked: AskedRoles, named: number, { order }: RoleForms): boolean {
  const { words, doer, object, place } = asked;
  if (lacksName(words, object, named & ~place) || lacksName(words, doer, named)) return true;
  const objects = termsIn(words, object);
  return order ? objects !== 0 && (objects & ~named) === 0 : (objects & named) !== 0;
}

function contradicts(asked: AskedRoles, told: ToldRoles, named: number, roles: RoleForms): boolean {
  const isOther = (inQuestion: Group, inSentence: Group, having: number) =>
    lacksName(asked.words, inQuestion, having) && hasOther(told.words, inSentence, roles);
  // Who is named elsewhere, "Ukraine's president", is not where the journey leads.
  const here = (named & ~asked.place) | exactIn(told.words, { from: 0, to: told.words.length });
  const isBehindAlike =
    asked.preposition === told.preposition ||
    (told.isNoun && asked.preposition === undefined && roles.goal.test(told.preposition ?? ""));
  const startsWithName = told.words[told.object.from]?.isName === true;
  if (isBehindAlike && startsWithName && isOther(asked.object, told.object, here)) return true;
  if (told.isNoun) return false;
  if (endsWithName(told.words, told.doer) && isOther(asked.doer, told.doer, named)) return true;
  return areSwapped(asked, told, roles);
}

/** The question names somebody here of whom the sentence does not tell at all. */
function lacksName(words: readonly ClauseWord[], group: Group, named: number): boolean {
  return namesWithin(words, group).some((name) => {
    const terms = termsIn(words, name);
    return terms !== 0 && (terms & named) === 0;
  });
}

/** The sentence names somebody here whom the question does not. */
function hasOther(words: readonly ClauseWord[], group: Group, roles: RoleForms): boolean {
  return namesWithin(words, group).some(
    (name) => termsIn(words, name) === 0 && !mayBeGenitive(words, name, roles),
  );
}

const CONSONANT = /[бвгґджзйклмнпрстфхцчшщ]ь?$/u;

/** "Президент України" is not Ukraine; "президент Макрон" is Macron. */
function mayBeGenitive(
  words: readonly ClauseWord[],
  { from, to }: Group,
  roles: RoleForms,
): boolean {
  const before = words[from - 1];
  if (roles.order || !before || words[from]?.startsClause === true || before.isValue) return false;
  const isApart = [roles.preposition, roles.and, roles.adverb, roles.auxiliary, roles.verb].some(
    (form) => form.test(before.folded),
  );
  return !isApart && !CONSONANT.test(words[to - 1]?.folded ?? "");
}

function endsWithName(words: readonly ClauseWord[], { from, to }: Group): boolean {
  return to > from && words[to - 1]?.isName === true;
}
