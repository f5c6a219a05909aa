import type { Column } from "./column.ts";
import { growing16, growing32, growing8, type Growing } from "./growing.ts";
import type { PassageRecord, VoicesRecord } from "./indexed-passage.ts";

/**
 * What is recorded of all passages, one after another: an object or an array for each would take several times the
 * memory. `…Ends`: by passage, where its part of the arrays that follow ends; the next one's begins there.
 */
export type PassagePool = {
  /** Words and sentences of the text alone, without lead and keywords. */
  readonly lengths: Int32Array;
  readonly sentences: Uint16Array;
  readonly termEnds: Int32Array;
  readonly terms: Int32Array;
  readonly classes: Uint16Array;
  readonly sentenceOf: Uint8Array;
  readonly addedEnds: Int32Array;
  readonly addedTerms: Int32Array;
  readonly addedFirst: Int32Array;
  readonly addedLast: Int32Array;
  /** The first terms of the context are those of the heading. */
  readonly headingEnds: Int32Array;
  readonly contextEnds: Int32Array;
  readonly contextTerms: Int32Array;
  readonly mentionEnds: Int32Array;
  /** Numbers of people. */
  readonly mentioned: Int32Array;
  readonly mentionSentences: Uint8Array;
  /** IN_NO_VOICE where a mention has none. */
  readonly mentionVoices: Int32Array;
  readonly meantEnds: Int32Array;
  readonly meantTerms: Int32Array;
  readonly meantSentences: Uint8Array;
  /** Only passages with several voices have a voice for every term, and names of each voice. */
  readonly voiceOfTermEnds: Int32Array;
  readonly voiceOfTerm: Uint8Array;
  readonly voiceEnds: Int32Array;
  readonly voiceNameEnds: Int32Array;
  readonly voiceNames: Int32Array;
};

/** The same with what is as long as the texts wherever it is. */
export type OpenedPool = Omit<PassagePool, "terms" | "classes" | "sentenceOf"> & {
  readonly terms: Column<Int32Array>;
  readonly classes: Column<Uint16Array>;
  readonly sentenceOf: Column<Uint8Array>;
};

export const IN_NO_VOICE = -1;

/** The same while passages are recorded. */
export type GrowingPool = { readonly [Part in keyof PassagePool]: Growing<PassagePool[Part]> };

export function growingPool(): GrowingPool {
  return {
    lengths: growing32(),
    sentences: growing16(),
    termEnds: growing32(),
    terms: growing32(),
    classes: growing16(),
    sentenceOf: growing8(),
    addedEnds: growing32(),
    addedTerms: growing32(),
    addedFirst: growing32(),
    addedLast: growing32(),
    headingEnds: growing32(),
    contextEnds: growing32(),
    contextTerms: growing32(),
    mentionEnds: growing32(),
    mentioned: growing32(),
    mentionSentences: growing8(),
    mentionVoices: growing32(),
    meantEnds: growing32(),
    meantTerms: growing32(),
    meantSentences: growing8(),
    voiceOfTermEnds: growing32(),
    voiceOfTerm: growing8(),
    voiceEnds: growing32(),
    voiceNameEnds: growing32(),
    voiceNames: growing32(),
  };
}

export function toPool(parts: GrowingPool): PassagePool {
  return {
    lengths: parts.lengths.toArray(),
    sentences: parts.sentences.toArray(),
    termEnds: parts.termEnds.toArray(),
    terms: parts.terms.toArray(),
    classes: parts.classes.toArray(),
    sentenceOf: parts.sentenceOf.toArray(),
    addedEnds: parts.addedEnds.toArray(),
    addedTerms: parts.addedTerms.toArray(),
    addedFirst: parts.addedFirst.toArray(),
    addedLast: parts.addedLast.toArray(),
    headingEnds: parts.headingEnds.toArray(),
    contextEnds: parts.contextEnds.toArray(),
    contextTerms: parts.contextTerms.toArray(),
    mentionEnds: parts.mentionEnds.toArray(),
    mentioned: parts.mentioned.toArray(),
    mentionSentences: parts.mentionSentences.toArray(),
    mentionVoices: parts.mentionVoices.toArray(),
    meantEnds: parts.meantEnds.toArray(),
    meantTerms: parts.meantTerms.toArray(),
    meantSentences: parts.meantSentences.toArray(),
    voiceOfTermEnds: parts.voiceOfTermEnds.toArray(),
    voiceOfTerm: parts.voiceOfTerm.toArray(),
    voiceEnds: parts.voiceEnds.toArray(),
    voiceNameEnds: parts.voiceNameEnds.toArray(),
    voiceNames: parts.voiceNames.toArray(),
  };
}

/** The record of a passage as views of the pool. `personOf`: the id of a person by number. */
export function recordIn(
  pool: OpenedPool,
  number: number,
  personOf: (number: number) => string,
): PassageRecord {
  const [from, to] = [startIn(pool.termEnds, number), pool.termEnds[number] ?? 0];
  const [addedFrom, addedTo] = [startIn(pool.addedEnds, number), pool.addedEnds[number]];
  const [meantFrom, meantTo] = [startIn(pool.meantEnds, number), pool.meantEnds[number]];
  const contextFrom = startIn(pool.contextEnds, number);
  const voices = voicesOf(pool, number);
  return {
    terms: termIdsIn(pool, number),
    classes: pool.classes.subarray(from, to),
    sentenceOf: pool.sentenceOf.subarray(from, to),
    added: {
      terms: pool.addedTerms.subarray(addedFrom, addedTo),
      first: pool.addedFirst.subarray(addedFrom, addedTo),
      last: pool.addedLast.subarray(addedFrom, addedTo),
    },
    length: pool.lengths[number] ?? 0,
    sentences: pool.sentences[number] ?? 0,
    contextTerms: pool.contextTerms.subarray(contextFrom, pool.contextEnds[number]),
    heading: pool.contextTerms.subarray(contextFrom, pool.headingEnds[number]),
    personMentions: mentionsOf(pool, number, personOf),
    meant: {
      terms: pool.meantTerms.subarray(meantFrom, meantTo),
      sentenceOf: pool.meantSentences.subarray(meantFrom, meantTo),
    },
    ...(voices && { voices }),
  };
}

/** Ids of the terms of a passage. */
export function termIdsIn({ terms, termEnds }: OpenedPool, number: number): Int32Array {
  return terms.subarray(startIn(termEnds, number), termEnds[number] ?? 0);
}

export function startIn(ends: Int32Array, number: number): number {
  return number === 0 ? 0 : (ends[number - 1] ?? 0);
}

function mentionsOf(
  { mentionEnds, mentioned, mentionSentences, mentionVoices }: OpenedPool,
  number: number,
  personOf: (number: number) => string,
): PassageRecord["personMentions"] {
  const [from, to] = [startIn(mentionEnds, number), mentionEnds[number] ?? 0];
  return Array.from({ length: to - from }, (_, offset) => {
    const at = from + offset;
    const voice = mentionVoices[at] ?? IN_NO_VOICE;
    return {
      person: personOf(mentioned[at] ?? 0),
      sentence: mentionSentences[at] ?? 0,
      ...(voice !== IN_NO_VOICE && { voice }),
    };
  });
}

function voicesOf(pool: OpenedPool, number: number): VoicesRecord | undefined {
  const [first, end] = [startIn(pool.voiceEnds, number), pool.voiceEnds[number] ?? 0];
  if (first === end) return undefined;
  return {
    ofTerm: pool.voiceOfTerm.subarray(
      startIn(pool.voiceOfTermEnds, number),
      pool.voiceOfTermEnds[number],
    ),
    names: Array.from({ length: end - first }, (_, offset) =>
      pool.voiceNames.subarray(
        startIn(pool.voiceNameEnds, first + offset),
        pool.voiceNameEnds[first + offset],
      ),
    ),
  };
}
