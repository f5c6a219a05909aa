import type { Gender } from "../../../languages/gender.ts";
import type { Referent } from "./referents.ts";

/** Somebody whom a sentence tells of: by name, or as "a neighbour". */
export type ToldPerson = {
  readonly referent?: Referent | undefined;
  readonly gender: Gender | undefined;
  /** A name at the beginning of a sentence, of nobody or nothing known. */
  readonly isSubject?: boolean | undefined;
};

/** Who was told of last, as far as a pronoun or description may mean them. */
export type ToldOf = {
  readonly people: readonly LastTold[];
  /** The same of bodies, and of names that may be one. */
  readonly bodies: readonly Referent[];
};

/** `since`: sentences since then. */
type LastTold = ToldPerson & { readonly since: number };

export const NOBODY_TOLD_OF: ToldOf = { people: [], bodies: [] };

/** A pronoun means nobody told of before more sentences than these. */
const MAX_SINCE = 2;

/** The only one whom "she" may mean. */
export function whoIsMeant(gender: Gender, { people }: ToldOf): Referent | undefined {
  const fitting = people.filter((one) => (one.gender ?? gender) === gender);
  const [only] = fitting;
  if (!only?.referent || fitting.some(({ referent }) => referent !== only.referent))
    return undefined;
  const { referent } = only;
  return referent.kind === "person" || only.isSubject === true ? referent : undefined;
}

/** Whom a sentence tells of replaces those told of before, but for a man where it tells of women alone. */
export function nextToldOf(
  before: ToldOf,
  people: readonly ToldPerson[],
  bodies: readonly Referent[],
): ToldOf {
  if (people.length + bodies.length + before.people.length === 0) return before;
  const last: LastTold[] = [];
  for (const { referent, gender, isSubject } of people) {
    last.push({ referent, gender, isSubject, since: 0 });
  }
  for (const { referent, gender, isSubject, since } of before.people) {
    const isKept = people.every((one) => canStay(gender, one.gender));
    if (since < MAX_SINCE && isKept) last.push({ referent, gender, isSubject, since: since + 1 });
  }
  return { people: last, bodies: bodies.length > 0 ? bodies : before.bodies };
}

/** Nobody of the same gender was told of since. */
function canStay(gender: Gender | undefined, since: Gender | undefined): boolean {
  return gender !== undefined && since !== undefined && gender !== since;
}
