import { KIND } from "../analysis/kinds.ts";
import type { Probe } from "../query/probe.ts";
import type { IndexedPassage } from "../index/indexed-passage.ts";

/** A term of the passage that is looked for. */
export type Match = {
  readonly slot: number;
  /** Position among all words, and among those that are no stop words. */
  readonly at: number;
  readonly contentAt: number;
  readonly sentence: number;
  /** False for a relative of the term. */
  readonly isExact: boolean;
};

/** What a passage has of a question. Sets of slots are bits of a number. */
export type Evidence = {
  readonly matches: readonly Match[];
  /** Slots matched in every sentence: by the term, a relative or an alias; by the term alone. */
  readonly bySentence: readonly number[];
  readonly exactBySentence: readonly number[];
  /** Bits of KIND of every sentence, of words that the question does not have itself. */
  readonly kindsBySentence: readonly number[];
  /** How often every slot is matched. */
  readonly counts: Float64Array;
  /** Slots matched in the text; also in heading and speaker. */
  readonly inText: number;
  readonly anywhere: number;
  readonly inHeading: number;
};

/** Matched by a word with another ending: the sense is near, not the same. */
const WORTH_OF_RELATIVE = 0.5;

export function gatherEvidence(indexed: IndexedPassage, probe: Probe): Evidence {
  const { matches, kindsBySentence } = scan(indexed, probe);
  const bySentence = kindsBySentence.map(() => 0);
  const exactBySentence = kindsBySentence.map(() => 0);
  const counts = new Float64Array(probe.slots.length);
  for (const { slot, sentence, isExact } of matches) {
    const bit = 1 << slot;
    bySentence[sentence] = (bySentence[sentence] ?? 0) | bit;
    if (isExact) exactBySentence[sentence] = (exactBySentence[sentence] ?? 0) | bit;
    counts[slot] = (counts[slot] ?? 0) + (isExact ? 1 : WORTH_OF_RELATIVE);
  }
  addNamings(indexed, probe, bySentence);
  for (const sets of [bySentence, exactBySentence]) addEditorsWords(sets, indexed.sentences);
  let inText = 0;
  for (const slots of bySentence) inText |= slots;
  const anywhere = inText | slotsAround(indexed, probe);
  const inHeading = slotsAmong(indexed.heading, probe);
  return {
    matches,
    bySentence,
    exactBySentence,
    kindsBySentence,
    counts,
    inText,
    anywhere,
    inHeading,
  };
}

function scan({ terms, kinds, sentenceOf }: IndexedPassage, { slotOf }: Probe) {
  const matches: Match[] = [];
  const kindsBySentence: number[] = [];
  let contentAt = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const sentence = sentenceOf[at] ?? 0;
    const kind = kinds[at] ?? 0;
    const code = slotOf[terms[at] ?? 0] ?? 0;
    while (kindsBySentence.length <= sentence) kindsBySentence.push(0);
    if ((kind & KIND.stopWord) === 0) contentAt += 1;
    if (code === 0) kindsBySentence[sentence] = (kindsBySentence[sentence] ?? 0) | kind;
    else matches.push({ slot: Math.abs(code) - 1, at, contentAt, sentence, isExact: code > 0 });
  }
  return { matches, kindsBySentence };
}

/** A sentence that names somebody by another name has the question's name for them too. */
function addNamings(indexed: IndexedPassage, { slots }: Probe, bySentence: number[]): void {
  for (const [number, { people }] of slots.entries()) {
    if (people.length === 0) continue;
    for (const { person, sentence } of indexed.personMentions) {
      if (!people.includes(person)) continue;
      bySentence[sentence] = (bySentence[sentence] ?? 0) | (1 << number);
    }
  }
}

/** Editors describe the whole passage: what their words match, every sentence of it has. */
function addEditorsWords(bySentence: number[], own: number): void {
  const added = bySentence.slice(own).reduce((all, slots) => all | slots, 0);
  for (let sentence = 0; sentence < own; sentence += 1) {
    bySentence[sentence] = (bySentence[sentence] ?? 0) | added;
  }
}

function slotsAround({ contextTerms, speakers }: IndexedPassage, probe: Probe): number {
  let found = slotsAmong(contextTerms, probe);
  for (const [number, { people }] of probe.slots.entries()) {
    if (speakers.some((speaker) => people.includes(speaker))) found |= 1 << number;
  }
  return found;
}

function slotsAmong(ids: Iterable<number>, { slotOf }: Probe): number {
  let found = 0;
  for (const id of ids) {
    const code = slotOf[id] ?? 0;
    if (code > 0) found |= 1 << (code - 1);
  }
  return found;
}
