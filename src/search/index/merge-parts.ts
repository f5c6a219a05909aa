import type { Steps } from "../../languages/steps.ts";
import {
  mergePools,
  type PartNumbering,
  rangeIn,
  type NumberedArticle,
  TERMS,
} from "./merge-pools.ts";
import { startIn, type PassagePool } from "./passage-pool.ts";
import type { RecordedArticle, RecordedPart, Uses, UsesByArticle } from "./recorded-part.ts";

/** Strings by number, and how often all articles use them. */
type Counted = { readonly numbers: Map<string, number>; readonly counts: number[] };

/** What articles have in common, in the order of their first use. */
export type Vocabulary = {
  readonly ids: Map<string, number>;
  readonly words: Counted;
  readonly people: Counted;
};

type Merged = { readonly pool: PassagePool; readonly uses: UsesByArticle };

/**
 * Articles of any parts as one, just as if they had been recorded together. What they use is added to `vocabulary`, and
 * numbered by it.
 */
export function* mergeParts(
  articles: readonly RecordedArticle[],
  vocabulary: Vocabulary,
): Steps<Merged> {
  const numberings = new Map<RecordedPart, PartNumbering>();
  const sources: NumberedArticle[] = [];
  for (const { part, at } of articles) {
    const numbering = numberings.get(part) ?? unnumbered(part);
    numberings.set(part, numbering);
    const [from, to] = [startIn(part.uses.passageEnds, at), part.uses.passageEnds[at] ?? 0];
    const source = { part, at, from, to, numbering };
    numberTerms(source, vocabulary.ids);
    addUses(part.uses.words, at, {
      numbering: numbering.words,
      strings: part.words,
      to: vocabulary.words,
    });
    addUses(part.uses.people, at, {
      numbering: numbering.people,
      strings: part.people,
      to: vocabulary.people,
    });
    sources.push(source);
    yield;
  }
  return { pool: yield* mergePools(sources), uses: yield* mergeUses(sources) };
}

const NONE = -1;

function unnumbered({ terms, words, people }: RecordedPart): PartNumbering {
  return {
    terms: new Int32Array(terms.size).fill(NONE),
    words: new Int32Array(words.size).fill(NONE),
    people: new Int32Array(people.size).fill(NONE),
  };
}

/** In the order in which a passage is recorded. */
function numberTerms(
  { part, from, to, numbering }: NumberedArticle,
  ids: Map<string, number>,
): void {
  const { pool, terms } = part;
  const own = TERMS.map(({ values, path }) => {
    const [start, end] = rangeIn(pool, from, to, path);
    return { path, start, ids: values(pool).subarray(start, end) };
  });
  for (let passage = from; passage < to; passage += 1) {
    for (const { path, start, ids: all } of own) {
      const [first, end] = rangeIn(pool, passage, passage + 1, path);
      for (let at = first; at < end; at += 1) {
        const id = all[at - start] ?? 0;
        if (numbering.terms[id] === NONE) numbering.terms[id] = numberOf(terms.at(id), ids);
      }
    }
  }
}

function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(name, number);
  return number;
}

type AddedTo = {
  readonly numbering: Int32Array;
  readonly strings: RecordedPart["words"];
  readonly to: Counted;
};

function addUses(
  { ends, numbers, counts }: Uses,
  article: number,
  { numbering, strings, to }: AddedTo,
) {
  for (let at = startIn(ends, article); at < (ends[article] ?? 0); at += 1) {
    const own = numbers[at] ?? 0;
    if (numbering[own] === NONE) numbering[own] = numberOf(strings.at(own), to.numbers);
    const number = numbering[own] ?? 0;
    to.counts[number] = (to.counts[number] ?? 0) + (counts[at] ?? 0);
  }
}

function* mergeUses(sources: readonly NumberedArticle[]): Steps<UsesByArticle> {
  let passages = 0;
  return {
    passageEnds: Int32Array.from(sources, ({ from, to }) => (passages += to - from)),
    words: yield* usesOf(sources, "words"),
    people: yield* usesOf(sources, "people"),
    names: sources.map(({ part, at }) => part.uses.names[at] ?? ""),
  };
}

function* usesOf(sources: readonly NumberedArticle[], what: "words" | "people"): Steps<Uses> {
  const ranges = sources.map(({ part, at }): [number, number] => {
    const { ends } = part.uses[what];
    return [startIn(ends, at), ends[at] ?? 0];
  });
  let total = 0;
  const ends = Int32Array.from(ranges, ([from, to]) => (total += to - from));
  const [numbers, counts] = [new Int32Array(total), new Int32Array(total)];
  for (const [number, { part, numbering }] of sources.entries()) {
    const [from, to] = ranges[number] ?? [0, 0];
    const own = part.uses[what];
    const start = startIn(ends, number);
    counts.set(own.counts.subarray(from, to), start);
    for (let at = from; at < to; at += 1) {
      numbers[start + at - from] = numbering[what][own.numbers[at] ?? 0] ?? 0;
    }
    yield;
  }
  return { ends, numbers, counts };
}
