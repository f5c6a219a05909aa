import type { Gender } from "../../../languages/gender.ts";
import { descriptionAt, nounsOf, whoIsDescribed } from "./description.ts";
import type { NameOfReferent, NamesOfSentence } from "./read-names.ts";
import type { Referent, Referents } from "./referents.ts";
import { hasKind, type SentenceToRead } from "./sentence-to-read.ts";
import { type ToldPerson, type ToldOf, whoIsMeant } from "./told-of.ts";
import { WORD_KIND } from "../../../languages/word-kinds.ts";

/** What is known before a sentence is read. */
export type Known = {
  readonly sentence: SentenceToRead;
  readonly named: NamesOfSentence;
  /** Listed people whom it names by any name. */
  readonly listed: readonly Referent[];
  readonly referents: Referents;
  readonly before: ToldOf;
  /** Whether "she" may be a thing. */
  readonly hasThings: boolean;
};

/** Whom a sentence tells of, in order, and whom of them it means without naming them in full. */
type Reading = Known & {
  readonly people: ToldPerson[];
  readonly bodies: Referent[];
  readonly meant: Set<Referent>;
};

const { he, she, person, woman, man, personal, years } = WORD_KIND;

export function readWhomItMeans(known: Known): Reading {
  // Spelt out: spreading takes ten times as long.
  const { sentence, named, listed, referents, before, hasThings } = known;
  const people: ToldPerson[] = listed.map((referent) => ({ referent, gender: referent.gender }));
  const reading: Reading = {
    sentence,
    named,
    listed,
    referents,
    before,
    hasThings,
    people,
    bodies: [],
    meant: new Set(),
  };
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const name = named.names.find(({ titled, to }) => titled <= at && at < to);
    if (name) tellOfName(name, reading);
    if (name) at = name.to - 1;
    else if (!sentence.quoted.has(at)) at = readWord(at, reading);
  }
  const inFull = named.names.flatMap(({ isInFull, referent }) =>
    isInFull && referent ? [referent] : [],
  );
  for (const referent of [...listed, ...inFull]) reading.meant.delete(referent);
  return reading;
}

function tellOfName(name: NameOfReferent, { sentence, people, bodies, meant }: Reading): void {
  const { referent, titled, from, to, isPlace, isInFull } = name;
  if (!referent) {
    people.push({ gender: undefined });
    return;
  }
  const { kind, gender } = referent;
  if (!isInFull && kind !== "unknown") meant.add(referent);
  const isLong = to - from > 1;
  const mayBePlace = isPlace && kind === "unknown";
  if (kind !== "person" && (isLong || !mayBePlace)) bodies.push(referent);
  if (kind === "body" || mayBePlace) return;
  people.push({ referent, gender, isSubject: titled === sentence.from && isLong });
}

/** Returns the place of the last word read. */
function readWord(at: number, reading: Reading): number {
  const { sentence, named } = reading;
  const gender = genderOf(at, sentence, he, she);
  if (gender) {
    readPronoun(at, gender, reading);
    return at;
  }
  if (named.told.has(at)) return at;
  const description = descriptionAt(at, sentence);
  if (description && !isInName(description.noun, named)) {
    readDescription(description, reading);
    return description.to - 1;
  }
  if (hasKind(sentence, at, person)) tellOfPerson(at, reading);
  return at;
}

function isInName(at: number, { names, told }: NamesOfSentence): boolean {
  return told.has(at) || names.some(({ from, to }) => from <= at && at < to);
}

function readPronoun(at: number, gender: Gender, reading: Reading): void {
  const { sentence, people, before, hasThings } = reading;
  if (hasThings && !isOfPerson(at, sentence)) return;
  const isOpen = people.every((one) => (one.gender ?? gender) !== gender);
  const referent = isOpen ? whoIsMeant(gender, before) : undefined;
  if (referent) mean(referent, reading);
}

function mean(referent: Referent, { people, bodies, meant }: Reading): void {
  meant.add(referent);
  if (referent.kind === "body") bodies.push(referent);
  else people.push({ referent, gender: referent.gender });
}

function readDescription(
  description: NonNullable<ReturnType<typeof descriptionAt>>,
  reading: Reading,
): void {
  const { sentence, referents, people } = reading;
  const [referent, another] = whoIsDescribed(description, sentence, referents);
  if (referent && !another && isToldOfLast(referent, reading)) mean(referent, reading);
  if (referent || description.isAge) return;
  // Somebody without a name, so that the noun tells nobody apart from now on.
  const { noun, from } = description;
  for (const called of nounsOf(noun, from, sentence, "is")) referents.ofOthers.add(called);
  if (hasKind(sentence, noun, person)) {
    people.push({ gender: genderOf(noun, sentence, man, woman) });
  }
}

/** No other body stands between; a person may be meant from afar. */
function isToldOfLast(referent: Referent, { bodies, before }: Reading): boolean {
  const last = bodies.length > 0 ? bodies : before.bodies;
  return referent.kind === "person" || last.every((one) => one === referent);
}

/** In an inflected language, of a noun. */
const PLURAL = /(?:[иіїы]|[иі]в|ов|ей|[ая]ми?|[ая]х)$/u;

/** A noun without an article: in an inflected language, it may be somebody known. */
function tellOfPerson(noun: number, { sentence, referents, people }: Reading): void {
  const called = nounsOf(noun, noun, sentence, "is");
  const isKnown = referents.all.some(({ nouns }) => called.some((one) => nouns.includes(one)));
  const isPlural = PLURAL.test(sentence.words[noun]?.folded ?? "");
  if (sentence.isInflected && (isPlural || isKnown)) return;
  people.push({ gender: genderOf(noun, sentence, man, woman) });
}

function genderOf(
  at: number,
  sentence: SentenceToRead,
  ofHim: number,
  ofHer: number,
): Gender | undefined {
  if (hasKind(sentence, at, ofHer)) return "she";
  return hasKind(sentence, at, ofHim) ? "he" : undefined;
}

/** In words, from a pronoun. */
const NEAR_VERB = 3;
const NEAR_AGE = 5;

/** Beside what only people do, or with an age: "she" is no thing. */
function isOfPerson(at: number, sentence: SentenceToRead): boolean {
  const last = Math.min(sentence.to - 1, at + NEAR_AGE);
  for (let place = Math.max(sentence.from, at - 1); place <= last; place += 1) {
    if (place === at) continue;
    if (place <= at + NEAR_VERB && hasKind(sentence, place, personal)) return true;
    if (place > at && hasKind(sentence, place, years)) return true;
  }
  return false;
}
