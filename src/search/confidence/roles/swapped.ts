import type { RoleForms } from "../../../languages/roles.ts";
import type { AskedRoles } from "./asked-roles.ts";
import { type ClauseWord, exactIn, type Group, termsIn } from "./clause-word.ts";
import type { ToldRoles } from "./sentence-roles.ts";

/** Whoever is asked about is the one it is done to, or the other way round. */
export function areSwapped(asked: AskedRoles, told: ToldRoles, roles: RoleForms): boolean {
  if (roles.mutual.test(told.words[told.verb]?.folded ?? "")) return false;
  const doers = termsIn(asked.words, asked.doer);
  const objects = termsIn(asked.words, asked.object);
  if (!roles.order) return areInOtherCases(asked, told, roles);
  const end = told.words.length;
  const before = exactIn(told.words, { from: 0, to: told.verb });
  const after = exactIn(told.words, { from: told.verb + 1, to: end });
  const [ahead, behind] = told.doer.from < told.object.from ? [before, after] : [after, before];
  const isDoneTo =
    doers !== 0 &&
    objects !== 0 &&
    (objects & ~ahead) === 0 &&
    (doers & ~exactIn(told.words, told.object)) === 0 &&
    (doers & ahead) === 0 &&
    told.preposition === undefined &&
    (objects & termsIn(told.words, told.object)) === 0;
  const isDoing =
    objects !== 0 &&
    (objects & ~exactIn(told.words, told.doer)) === 0 &&
    (objects & behind) === 0 &&
    told.object.to > told.object.from &&
    asked.preposition === told.preposition &&
    (doers & ahead) === 0;
  return isDoneTo || isDoing;
}

/** «Кто голосовал за пекаря?», «Пекарь голосовал за мэра»: a form of the word tells. */
function areInOtherCases(asked: AskedRoles, told: ToldRoles, roles: RoleForms): boolean {
  const doers = formsOf(asked.words, asked.doer, told.words);
  const objects = formsOf(asked.words, asked.object, told.words);
  const isDoneTo = doers.length > 0 && doers.every(([own, its]) => isOblique(own, its, roles));
  const isDoing = objects.length > 0 && objects.every(([own, its]) => isOblique(its, own, roles));
  const isDoerFree = termsIn(asked.words, asked.doer) === 0;
  return isDoing && (isDoneTo || isDoerFree);
}

/** Words of a group with the forms that they have in the sentence. */
function formsOf(
  asked: readonly ClauseWord[],
  { from, to }: Group,
  told: readonly ClauseWord[],
): (readonly [string, string])[] {
  return asked
    .slice(from, to)
    .flatMap(({ folded, terms }) =>
      terms === 0
        ? []
        : told
            .filter(({ exact }) => (exact & terms) !== 0)
            .map((word) => [folded, word.folded] as const),
    );
}

/** Whether a word is in the nominative in the first form, and not in the second. */
function isOblique(nominative: string, other: string, { cases = [] }: RoleForms): boolean {
  return cases.some(
    ([first, then]) =>
      first.test(nominative) &&
      then.test(other) &&
      nominative.replace(first, "") === other.replace(then, ""),
  );
}
