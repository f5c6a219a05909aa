import type { Steps } from "../../languages/steps.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import { bm25 } from "./bm25.ts";
import {
  documentsWithBoth,
  indexDocuments,
  type OpenedPostings,
  type Postings,
} from "./postings.ts";
import type { TermDictionary } from "./term-dictionary.ts";

/** Finds passages, sections and key facts by their terms, and people by `termForPerson`: see `engineDocuments`. */
export type Engine = {
  /** The documents that contain a term, the highest score first. */
  readonly documentsWith: (term: string) => ScoredDocuments;
  readonly documentsWithBoth: (one: string, other: string) => readonly number[];
};

/** Numbers of documents, and MiniSearch's score of each. */
type ScoredDocuments = { readonly numbers: Int32Array; readonly scores: Float64Array };

/** `others`: terms that are in no passage; their numbers follow those of the dictionary. */
export type EngineRecord = { readonly postings: Postings; readonly others: PackedStrings };

/** The same as it is opened. */
export type OpenedEngineRecord = Omit<EngineRecord, "postings"> & {
  readonly postings: OpenedPostings;
};

/** `documents`: all of them, in order, with their terms as numbers. `ids`: those of the dictionary. */
export function* recordDocuments(
  documents: (numberOf: (term: string) => number) => Iterable<readonly number[]>,
  ids: ReadonlyMap<string, number>,
): Steps<EngineRecord> {
  const others = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = ids.get(term) ?? others.get(term);
    if (known !== undefined) return known;
    const number = ids.size + others.size;
    others.set(term, number);
    return number;
  };
  const postings = yield* indexDocuments(documents(numberOf), () => ids.size + others.size);
  return { postings, others: packStrings([...others.keys()]) };
}

/** So many scores take 12 MB. */
const MAX_KNOWN_SCORES = 1_000_000;

/**
 * What it finds for a term is kept. MiniSearch's score for several is the sum, times the number of them found;
 * without that number, so that synonyms do not count as several, terms can be asked for one at a time.
 */
export function openEngine(
  { postings, others }: OpenedEngineRecord,
  { idOf, size: terms }: Pick<TermDictionary, "idOf" | "size">,
): Engine {
  const otherTerms = openStrings(others);
  const numberOf = (term: string) => {
    const other = otherTerms.numberOf(term);
    return idOf(term) ?? (other === undefined ? undefined : terms + other);
  };
  const meanLength = meanOf(postings.lengths);
  const known = new Map<string, ScoredDocuments>();
  let size = 0;

  function documentsWith(term: string): ScoredDocuments {
    const before = known.get(term);
    if (before) return before;

    // Nothing is left of some words; MiniSearch finds no document for such.
    const documents = scored(term === "" ? undefined : numberOf(term), postings, meanLength);
    size += documents.numbers.length;
    if (size > MAX_KNOWN_SCORES) {
      known.clear();
      size = documents.numbers.length;
    }
    known.set(term, documents);
    return documents;
  }

  return {
    documentsWith,
    documentsWithBoth(one, other) {
      const [first, second] = [numberOf(one), numberOf(other)];
      if (first === undefined || second === undefined) return [];
      return documentsWithBoth(postings, first, second);
    },
  };
}

const NOTHING: ScoredDocuments = { numbers: new Int32Array(), scores: new Float64Array() };

function scored(
  term: number | undefined,
  { starts, lengths, ...postings }: OpenedPostings,
  meanLength: number,
): ScoredDocuments {
  if (term === undefined) return NOTHING;
  const [start, end] = [starts[term] ?? 0, starts[term + 1] ?? 0];
  const documents = postings.documents.subarray(start, end);
  const frequencies = postings.frequencies.subarray(start, end);
  const statistics = { documents: lengths.length, meanLength };
  const scores = new Float64Array(documents.length);
  for (let at = 0; at < documents.length; at += 1) {
    const length = lengths[documents[at] ?? 0] ?? 0;
    scores[at] = bm25(frequencies[at] ?? 0, documents.length, length, statistics);
  }
  const order = Uint32Array.from(scores, (_, at) => at).toSorted(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  );
  return {
    numbers: Int32Array.from(order, (at) => documents[at] ?? 0),
    scores: Float64Array.from(order, (at) => scores[at] ?? 0),
  };
}

function meanOf(lengths: Uint32Array): number {
  let total = 0;
  for (const length of lengths) total += length;
  return total / Math.max(1, lengths.length);
}
