import type { Gender } from "../../../languages/gender.ts";

/** Somebody or something that an article names, as far as read. */
export type Referent = {
  /** Of the name, as long as it was given. */
  terms: readonly string[];
  /** Who it is, if the article lists them. */
  readonly person: string | undefined;
  kind: ReferentKind;
  gender: Gender | undefined;
  /** What it was called beside the name: "minister", "former president", "carmaker". */
  nouns: readonly string[];
  /** All words of these descriptions, as terms. */
  described: readonly string[];
  age: string | undefined;
};

export type ReferentKind = "person" | "body" | "unknown";

/** Those of an article. */
export type Referents = {
  readonly all: Referent[];
  /** By the terms of their names. */
  readonly byTerm: Map<string, Referent[]>;
  /** What somebody unnamed is called as well, so that it tells nobody apart. */
  readonly ofOthers: Set<string>;
};

export function noReferents(): Referents {
  return { all: [], byTerm: new Map(), ofOthers: new Set() };
}

const NOBODY: readonly Referent[] = [];
const NOTHING: readonly string[] = [];

type NewReferent = Pick<Referent, "terms" | "kind"> & { readonly person?: string };

export function addReferent(referents: Referents, { terms, kind, person }: NewReferent): Referent {
  const referent: Referent = {
    terms,
    person,
    kind,
    gender: undefined,
    nouns: NOTHING,
    described: NOTHING,
    age: undefined,
  };
  referents.all.push(referent);
  indexTerms(referents, referent);
  return referent;
}

function indexTerms({ byTerm }: Referents, referent: Referent): void {
  for (const term of referent.terms) {
    const same = byTerm.get(term);
    if (!same) byTerm.set(term, [referent]);
    else if (!same.includes(referent)) same.push(referent);
  }
}

/** Who a name stands for: one, or several who share it. `isJoined`: "David and Charles Koch" are a family. */
export function referentsNamed(
  terms: readonly string[],
  { byTerm }: Referents,
  isJoined: boolean,
): readonly Referent[] {
  const last = terms.at(-1) ?? "";
  const sharing = byTerm.get(last) ?? NOBODY;
  if (terms.length === 1) {
    if (sharing.length === 0) return sharing;
    const bySurname = sharing.filter((one) => one.terms.at(-1) === last && !isLongBody(one));
    if (bySurname.length > 0 || isJoined) return bySurname;
    return sharing.filter((one) => isFirstName(last, one));
  }
  return sharing.length === 0 ? sharing : sharing.filter((one) => isSameName(terms, one.terms));
}

/** "Pelly" is not the Pelly Mill Company. */
function isLongBody({ kind, terms }: Referent): boolean {
  return kind === "body" && terms.length > 1;
}

function isFirstName(term: string, { kind, terms }: Referent): boolean {
  return kind === "person" && terms[0] === term;
}

/** First names change at their ends: "Ольга", "Ользі"; "Dan", "Daniel". */
const SHARED_LETTERS = 2;

function isSameName(one: readonly string[], other: readonly string[]): boolean {
  if (one.at(-1) !== other.at(-1)) return false;
  if (one.length === 1 || other.length === 1) return true;
  return one[0]?.slice(0, SHARED_LETTERS) === other[0]?.slice(0, SHARED_LETTERS);
}

/** A full name tells more than a surname. */
export function learnName(
  terms: readonly string[],
  referent: Referent,
  referents: Referents,
): void {
  if (referent.person !== undefined || terms.length <= referent.terms.length) return;
  referent.terms = terms;
  indexTerms(referents, referent);
}
