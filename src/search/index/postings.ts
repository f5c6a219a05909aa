import type { Column } from "./column.ts";
import type { Steps } from "../../languages/steps.ts";
import { growing16, growing32, type Growing } from "./growing.ts";

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

/** The same with what is longest wherever it is. */
export type OpenedPostings = Omit<Postings, "documents" | "frequencies"> & {
  readonly documents: Column<Int32Array>;
  readonly frequencies: Column<Uint16Array>;
};

/** In far less than a millisecond. */
const DOCUMENTS_IN_STEP = 16;

/** Terms are given as numbers, documents numbered in their order. `size`: how many terms there are after the last one. */
export function* indexDocuments(
  documents: Iterable<readonly number[]>,
  size: () => number,
): Steps<Postings> {
  const read = { ends: growing32(), terms: growing32(), frequencies: growing16() };
  const add = reader(read);
  for (const terms of documents) {
    add(terms);
    if (read.ends.length() % DOCUMENTS_IN_STEP === 0) yield;
  }
  return yield* sorted(
    {
      ends: read.ends.toArray(),
      terms: read.terms.toArray(),
      frequencies: read.frequencies.toArray(),
    },
    size(),
  );
}

/** The different terms of one document after another. */
type TermsOfDocuments = {
  /** By number of the document: where its terms end; the next one's begin there. */
  readonly ends: Int32Array;
  readonly terms: Int32Array;
  readonly frequencies: Uint16Array;
};

type Read = { readonly [Part in keyof TermsOfDocuments]: Growing<TermsOfDocuments[Part]> };

/** What fits in two bytes; a term that is more frequent scores the same. */
const MOST_FREQUENT = 0xff_ff;

function reader({ ends, terms, frequencies }: Read): (document: readonly number[]) => void {
  /** By number of the term; 0 again after each document. */
  const counts: number[] = [];
  return (document) => {
    const different: number[] = [];
    for (const term of document) {
      while (counts.length <= term) counts.push(0);
      const count = counts[term] ?? 0;
      if (count === 0) different.push(term);
      counts[term] = count + 1;
    }
    for (const term of different) {
      terms.push(term);
      frequencies.push(Math.min(counts[term] ?? 0, MOST_FREQUENT));
      counts[term] = 0;
    }
    ends.push(terms.length());
  };
}

const TERMS_IN_STEP = 10_000;

/** By term instead of by document; one document after another, so that those of each term ascend. */
function* sorted({ ends, terms, frequencies }: TermsOfDocuments, size: number): Steps<Postings> {
  const starts = new Uint32Array(size + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  yield;
  for (let at = 1; at <= size; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  yield;
  const postings = {
    starts,
    documents: new Int32Array(terms.length),
    frequencies: new Uint16Array(terms.length),
    lengths: new Uint32Array(ends.length),
  };
  /** By number of the term: where its next document belongs. */
  const next = starts.slice();
  let at = 0;
  for (const [document, end] of ends.entries()) {
    // In MiniSearch, a document without terms has the length of one with a single term.
    postings.lengths[document] = Math.max(1, end - at);
    for (; at < end; at += 1) {
      const term = terms[at] ?? 0;
      const to = next[term] ?? 0;
      postings.documents[to] = document;
      postings.frequencies[to] = frequencies[at] ?? 0;
      next[term] = to + 1;
      if (at % TERMS_IN_STEP === 0) yield;
    }
  }
  return postings;
}

/** The documents that have both of two terms. */
export function documentsWithBoth(
  { starts, documents }: OpenedPostings,
  one: number,
  other: number,
): number[] {
  const [ofOne, ofOther] = [one, other].map((term) =>
    documents.subarray(starts[term] ?? 0, starts[term + 1] ?? 0),
  );
  const both: number[] = [];
  let at = 0;
  for (const document of ofOne ?? []) {
    while ((ofOther?.[at] ?? Infinity) < document) at += 1;
    if (ofOther?.[at] === document) both.push(document);
  }
  return both;
}
