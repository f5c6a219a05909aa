import MiniSearch from "minisearch";
import type { Steps } from "../analysis/steps.ts";

/** The documents of every term. Those of one term follow those of the term before. */
export type Postings = {
  /** By number of the term: where its documents begin. One more tells where the last one's end. */
  readonly starts: Uint32Array;
  /** Numbers of documents, ascending for each term. */
  readonly documents: Int32Array;
  /** How often each of them has the term. */
  readonly frequencies: Uint16Array;
  /** By number of the document: how many different terms it has. */
  readonly lengths: Uint32Array;
};

type Entry = { readonly id: number };

/** In MiniSearch a document of a term takes ten times as many bytes as here; so few are read and carried over in 1 ms. */
const DOCUMENTS_AT_ONCE = 32;

/** Terms are given as numbers, documents numbered in their order. `size`: how many terms there are after the last one. */
export function* indexDocuments(
  documents: Iterable<readonly number[]>,
  size: () => number,
): Steps<Postings> {
  const blocks: Block[] = [];
  const write = writer();
  let documentsHere: string[][] = [];
  let first = 0;
  for (const terms of documents) {
    documentsHere.push(write(terms));
    if (documentsHere.length < DOCUMENTS_AT_ONCE) continue;
    blocks.push(blockOf(documentsHere, first));
    first += documentsHere.length;
    documentsHere = [];
    yield;
  }
  blocks.push(blockOf(documentsHere, first));
  return yield* joined(blocks, size());
}

/** MiniSearch indexes strings, the shorter the faster. */
const BASE = 36;
/** Without terms, a document has the length of one with a single term. */
const NO_TERMS = [""];

/** Every number is written once: the hash of a new string would be computed each time. */
function writer(): (numbers: readonly number[]) => string[] {
  const written: string[] = [];
  return (numbers) => {
    if (numbers.length === 0) return NO_TERMS;
    const all: string[] = [];
    for (const number of numbers) {
      while (written.length <= number) written.push(written.length.toString(BASE));
      all.push(written[number] ?? "");
    }
    return all;
  };
}

/** The postings of documents in a row; `terms` have no order. */
type Block = {
  readonly terms: Int32Array;
  /** By position of the term: how many documents have it. */
  readonly counts: Uint16Array;
  readonly documents: Int32Array;
  readonly frequencies: Uint16Array;
  readonly lengths: Uint32Array;
};

function blockOf(all: readonly string[][], first: number): Block {
  // Its documents are no more than their numbers: text is analysed before it gets here.
  const miniSearch = new MiniSearch<Entry>({
    fields: ["id"],
    tokenize: (id) => all[Number(id)] ?? NO_TERMS,
    processTerm: (term) => (term === "" ? null : term),
  });
  miniSearch.addAll(Array.from(all.keys(), (id) => ({ id })));
  const { index, fieldLength } = miniSearch.toJSON();
  const terms: number[] = [];
  const counts: number[] = [];
  const documents: number[] = [];
  const frequencies: number[] = [];
  for (const [term, { 0: byDocument = {} }] of index) {
    const before = documents.length;
    for (const document of Object.keys(byDocument)) {
      documents.push(first + Number(document));
      frequencies.push(Math.min(byDocument[document] ?? 0, MOST_FREQUENT));
    }
    terms.push(Number.parseInt(term, BASE));
    counts.push(documents.length - before);
  }
  return {
    terms: new Int32Array(terms),
    counts: new Uint16Array(counts),
    documents: new Int32Array(documents),
    frequencies: new Uint16Array(frequencies),
    lengths: Uint32Array.from(Object.values(fieldLength), ([length = 0]) => length),
  };
}

/** What fits in two bytes; a term that is more frequent scores the same. */
const MOST_FREQUENT = 0xff_ff;

/** One block after another, so that the documents of each term ascend. */
function* joined(blocks: readonly Block[], terms: number): Steps<Postings> {
  const starts = startsOf(blocks, terms);
  const next = starts.slice();
  const postings = {
    starts,
    documents: new Int32Array(starts.at(-1) ?? 0),
    frequencies: new Uint16Array(starts.at(-1) ?? 0),
    lengths: new Uint32Array(blocks.reduce((sum, { lengths }) => sum + lengths.length, 0)),
  };
  let first = 0;
  for (const block of blocks) {
    postings.lengths.set(block.lengths, first);
    first += block.lengths.length;
    copyPostings(block, postings, next);
    yield;
  }
  return postings;
}

function startsOf(blocks: readonly Block[], size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const { terms, counts } of blocks) {
    for (let at = 0; at < terms.length; at += 1) {
      const after = (terms[at] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + (counts[at] ?? 0);
    }
  }
  for (let at = 1; at <= size; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}

/** `next`: by number of the term, where its next document belongs. */
function copyPostings(block: Block, { documents, frequencies }: Postings, next: Uint32Array): void {
  let from = 0;
  for (let at = 0; at < block.terms.length; at += 1) {
    const term = block.terms[at] ?? 0;
    const end = from + (block.counts[at] ?? 0);
    let to = next[term] ?? 0;
    for (; from < end; from += 1) {
      documents[to] = block.documents[from] ?? 0;
      frequencies[to] = block.frequencies[from] ?? 0;
      to += 1;
    }
    next[term] = to;
  }
}

/** The documents that have both of two terms. */
export function documentsWithBoth(
  { starts, documents }: Postings,
  one: number,
  other: number,
): number[] {
  const both: number[] = [];
  const [endOfOne, endOfOther] = [starts[one + 1] ?? 0, starts[other + 1] ?? 0];
  let atOther = starts[other] ?? 0;
  for (let at = starts[one] ?? 0; at < endOfOne; at += 1) {
    const document = documents[at] ?? 0;
    while (atOther < endOfOther && (documents[atOther] ?? 0) < document) atOther += 1;
    if (atOther < endOfOther && documents[atOther] === document) both.push(document);
  }
  return both;
}
