import type { WordForm } from "../../../languages/roles.ts";
import { quantityAskedIn } from "../../../languages/quantities.ts";
import { sentencesIn } from "../../../text/sentences.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";
import type { ClauseWord } from "../roles/clause-word.ts";
import { sentencesOf } from "../roles/sentence-words.ts";
import { ASK_FOR_NO_VALUE } from "./quantity.ts";

/** "How old is Dunn?": not as old as in "his son is seven years old", if the question has no son. */
export const hasAgeOfWhoIsAsked: AnswerabilityCheck = (first, compiled) => {
  const { query } = compiled;
  const [asking = query.pack] = query.likelyPacks;
  const { roles, quantities } = query.pack;
  if (!roles || !quantities || ASK_FOR_NO_VALUE.has(query.answerType)) return true;
  if (quantityAskedIn(query.text, asking) !== "age") return true;
  const { text } = first.indexed.passage;
  const aged = sentencesIn(text).flatMap((range, sentence) =>
    text.slice(...range).search(quantities.age.is) < 0 ? [] : [sentence],
  );
  const told = sentencesOf(first, compiled, (sentence) => aged.includes(sentence));
  return aged.length === 0 || [...told.values()].some((words) => !isOfKin(words, roles.possessive));
};

/** "In May his youngest son": so many words at most stand before the noun. */
const EARLY = 4;

/** Whether a sentence begins with what is somebody's, and the question has no word of it. */
function isOfKin(words: readonly ClauseWord[], possessive: WordForm): boolean {
  const owner = words.slice(0, EARLY).findIndex(({ folded }) => possessive.test(folded));
  if (owner < 0) return false;
  const isNamedBefore = words.slice(0, owner).some(({ terms, isName }) => isName || terms !== 0);
  const after = words.slice(owner + 1, owner + EARLY);
  const value = after.findIndex(({ isValue }) => isValue);
  const kin = value < 0 ? after : after.slice(0, value);
  return !isNamedBefore && kin.every(({ terms, isName }) => terms === 0 && !isName);
}
