import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { Range } from "../../../text/ranges.ts";
import { nounsOf } from "./description.ts";
import { type Introduction, introductionOf } from "./introduction.ts";
import { type NameInSentence, namesInSentence } from "./names-in-sentence.ts";
import {
  addReferent,
  learnName,
  type Referent,
  type ReferentKind,
  type Referents,
  referentsNamed,
} from "./referents.ts";
import { hasKind, isCapital, type SentenceToRead } from "./sentence-to-read.ts";
import { WORD_KIND } from "../../../languages/word-kinds.ts";

/** A name in a sentence, and whose it is: nobody's for sure if several share it. */
export type NameOfReferent = NameInSentence & {
  readonly referent?: Referent;
  /** The words that say what it names. */
  readonly told: readonly Range[];
  /** Behind a preposition. */
  readonly isPlace: boolean;
  readonly isInFull: boolean;
};

export type NamesOfSentence = {
  readonly names: readonly NameOfReferent[];
  /** Places of the words that say what somebody named is. */
  readonly told: ReadonlySet<number>;
};

const { femaleName, inBody, joining, maleName, man, person, preposition, title, woman } = WORD_KIND;
const MOST_WORDS_OF_PERSON = 3;

export function readNames(sentence: SentenceToRead, referents: Referents): NamesOfSentence {
  const found = namesInSentence(sentence);
  if (found.length === 0) return NO_NAMES;
  const names: NameOfReferent[] = [];
  const told = new Set<number>();
  for (const name of found) {
    const read = readName(name, sentence, referents);
    if (!read) continue;
    names.push(read);
    for (const [from, to] of read.told) for (let at = from; at < to; at += 1) told.add(at);
  }
  return { names, told };
}

/** Objects are spelt out: spreading takes ten times as long. */
function readName(
  name: NameInSentence,
  sentence: SentenceToRead,
  referents: Referents,
): NameOfReferent | undefined {
  const { titled, from, to } = name;
  const terms = termsOf(name, sentence);
  const isJoined = hasKind(sentence, to, joining) && isCapital(sentence, to + 1);
  const sharing = referentsNamed(terms, referents, isJoined);
  if (sharing.length > 1) return { titled, from, to, told: [], isPlace: false, isInFull: false };

  const introduction = introductionOf(name, sentence);
  const kind = kindOf(name, introduction, sentence);
  const [known] = sharing;
  if (!known && isByChance(name, kind, sentence)) return undefined;
  const referent = known ?? addReferent(referents, { terms, kind });
  const isInFull = terms.length >= referent.terms.length;
  learnName(terms, referent, referents);
  learn(referent, { name, introduction, kind, isNew: !known || !isInFull }, sentence);
  const told = introduction.ranges;
  return { titled, from, to, told, referent, isPlace: isPlace(name, sentence), isInFull };
}

function termsOf({ from, to }: NameInSentence, { words }: SentenceToRead): readonly string[] {
  const terms: string[] = [];
  for (let at = from; at < to; at += 1) terms.push(words[at]?.term ?? "");
  return terms;
}

const NO_NAMES: NamesOfSentence = { names: [], told: new Set() };

/** The first word of a sentence is capital whatever it is. */
function isByChance(
  { from, to }: NameInSentence,
  kind: ReferentKind,
  sentence: SentenceToRead,
): boolean {
  return from === sentence.from && to - from === 1 && kind === "unknown";
}

function isPlace({ titled, from }: NameInSentence, sentence: SentenceToRead): boolean {
  const classes = sentence.words[from]?.classes ?? 0;
  return (classes & TOKEN_CLASS.place) !== 0 || hasKind(sentence, titled - 1, preposition);
}

function kindOf(
  { titled, from, to }: NameInSentence,
  { nouns, age }: Introduction,
  sentence: SentenceToRead,
): ReferentKind {
  if (age !== undefined || nouns.some((at) => hasKind(sentence, at, person | title)))
    return "person";
  if (nouns.length > 0) return "body";
  if (hasAny(from, to, inBody, sentence) || hasAcronym([from, to], sentence)) return "body";
  const length = to - from;
  const isGiven = hasKind(sentence, from, femaleName | maleName);
  const isFullName = isGiven && length > 1 && length <= MOST_WORDS_OF_PERSON;
  return isFullName || hasAny(titled, from, title, sentence) ? "person" : "unknown";
}

function hasAny(from: number, to: number, kinds: number, sentence: SentenceToRead): boolean {
  for (let at = from; at < to; at += 1) if (hasKind(sentence, at, kinds)) return true;
  return false;
}

const CAPITALS = /^\p{Lu}{2,}$/u;

function hasAcronym([from, to]: Range, { words }: SentenceToRead): boolean {
  return words.slice(from, to).some(({ word }) => CAPITALS.test(word.text));
}

type Learnt = {
  readonly name: NameInSentence;
  readonly introduction: Introduction;
  readonly kind: ReferentKind;
  readonly isNew: boolean;
};

function learn(
  referent: Referent,
  { name, introduction: { nouns, ranges, age }, kind, isNew }: Learnt,
  sentence: SentenceToRead,
): void {
  if (referent.kind === "unknown") referent.kind = kind;
  referent.age ??= age;
  const named: Range = [name.from, name.to];
  if (isNew) describe(referent, sentence, named, referent.kind === "body" ? placesOf(named) : []);
  for (const range of ranges) {
    const [from, to] = range;
    const own = nouns.filter((noun) => from <= noun && noun < to);
    describe(referent, sentence, range, own);
  }
}

/** Notes what some words say that somebody is. */
export function describe(
  referent: Referent,
  sentence: SentenceToRead,
  range: Range,
  nouns: readonly number[],
): void {
  const [from, to] = range;
  for (let at = from; at < to; at += 1) {
    if (referent.kind !== "person") break;
    if (hasKind(sentence, at, woman | femaleName)) referent.gender ??= "she";
    else if (hasKind(sentence, at, man | maleName)) referent.gender ??= "he";
  }
  if (nouns.length === 0) return;
  const called = nouns.flatMap((noun) => nounsOf(noun, from, sentence, "fits"));
  const terms = sentence.words.slice(from, to).map(({ term }) => term);
  referent.nouns = [...referent.nouns, ...called];
  referent.described = [...referent.described, ...terms];
}

function placesOf([from, to]: Range): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
