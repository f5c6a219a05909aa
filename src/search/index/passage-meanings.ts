import { LRUCache } from "lru-cache";
import { once } from "../../languages/once.ts";
import { lazy, type Steps } from "../../languages/steps.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { NO_ROW, type WordVectors } from "../../languages/word-vectors.ts";
import type { IndexedPassage, IndexedPassages, PassageRecord } from "./indexed-passage.ts";
import type { TermDictionary } from "./term-dictionary.ts";

/** What a passage is about, as vectors of length 1; all zeros if no word has a vector. */
type PassageMeaning = {
  readonly whole: Float32Array;
  /** Worked out when it is asked for: only the passages nearest as a whole are read more closely. */
  readonly details: () => MeaningDetails;
};

type MeaningDetails = {
  readonly sentences: readonly Float32Array[];
  readonly nearest: (rows: readonly number[]) => NearestWords;
};

/** For some rows and each sentence: the highest cosine with one of its words, at least 0. */
export type NearestWords = {
  readonly values: Float32Array;
  /** Where the values of each row begin; one for each sentence follows. */
  readonly from: readonly number[];
};

/** The meanings of an index's passages; nothing is computed before it is first asked for. */
export type PassageMeanings = {
  readonly of: (indexed: IndexedPassage) => PassageMeaning;
  /** The mean of some vectors as a vector of length 1, less what all passages have in common. */
  readonly meanOf: (rows: readonly WeightedRow[]) => Float32Array;
  /** The row of a term of a question. Kept: there are many rows, but few terms are asked for. */
  readonly rowOf: (term: string) => number;
  /** What all passages have in common. */
  readonly inCommon: () => Float64Array;
  /** Works that out ahead of time. */
  readonly prepare: () => Steps<void>;
};

type WeightedRow = { readonly row: number; readonly weight: number };

/** A few kB each; 50 MB at most, if readers ask with very many words about all of them. */
const MAX_KNOWN = 1500;
/** Readers of an article ask with the same words. */
const MAX_KNOWN_ROWS = 600;
/** More passages hardly change what they have in common. */
const MAX_IN_COMMON = 200;

/** In place of a row. */
const NOT_LOOKED_UP = -2;

const LEAST_SQUARE = 1e-6;

type Source = {
  readonly pack: LanguagePack;
  readonly passages: IndexedPassages;
  readonly dictionary: Pick<TermDictionary, "size" | "termOf">;
  /** Of all passages, where these are only some. */
  readonly inCommon?: () => Float64Array;
};

export function passageMeanings({ pack, passages, dictionary, ...given }: Source): PassageMeanings {
  /** By the array of its terms: a passage of an archive is found again with another article around it. */
  const kept = new LRUCache<Int32Array, PassageMeaning>({
    // Room for all is made at once, and 0 would be no limit.
    max: Math.min(MAX_KNOWN, passages.length + 1),
  });
  const rowById = new Int32Array(dictionary.size).fill(NOT_LOOKED_UP);
  const weightById = new Float64Array(dictionary.size);
  const { get: inCommon, prepare } = lazy(function* () {
    if (given.inCommon) return given.inCommon();
    const sample: WeightedRow[] = [];
    for (let number = 0; number < Math.min(passages.length, MAX_IN_COMMON); number += 1) {
      const record = passages.recordOf(number);
      if (record) sample.push(...contentBySentence(record).flat().map(weighted));
      yield;
    }
    return sumOf(sample);
  });

  function rowOf(id: number): number {
    const before = rowById[id] ?? NO_ROW;
    if (before !== NOT_LOOKED_UP) return before;
    const term = dictionary.termOf(id);
    weightById[id] = pack.rarity.of(term);
    const row = pack.wordVectors.rowOf(term);
    rowById[id] = row;
    return row;
  }

  function weighted(id: number): WeightedRow {
    return { row: rowOf(id), weight: weightById[id] ?? 0 };
  }

  /** The mean by weight. */
  function sumOf(rows: readonly WeightedRow[]): Float64Array {
    const { dimensions, values } = pack.wordVectors;
    const sum = new Float64Array(dimensions);
    let total = 0;
    for (const { row, weight } of rows) {
      total += weight;
      for (let at = 0; at < dimensions; at += 1) {
        sum[at] = (sum[at] ?? 0) + weight * (values[row * dimensions + at] ?? 0);
      }
    }
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) / (total || 1);
    return sum;
  }

  function meanOf(rows: readonly WeightedRow[]): Float32Array {
    const mean = new Float32Array(sumOf(rows));
    if (rows.length === 0) return mean;
    const common = inCommon();
    let square = 0;
    for (let at = 0; at < mean.length; at += 1) {
      const value = (mean[at] ?? 0) - (common[at] ?? 0);
      mean[at] = value;
      square += value ** 2;
    }
    // What is left of the passages of an article with only one is rounding.
    const length = square < LEAST_SQUARE ? Infinity : Math.sqrt(square);
    for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? 0) / length;
    return mean;
  }

  /** Ids of the content words with a vector. */
  function contentBySentence({ terms: inText, classes, sentenceOf }: PassageRecord): number[][] {
    const sentences: number[][] = [];
    for (let at = 0; at < inText.length; at += 1) {
      const sentence = sentenceOf[at] ?? 0;
      while (sentences.length <= sentence) sentences.push([]);
      const isStopWord = ((classes[at] ?? 0) & TOKEN_CLASS.stopWord) !== 0;
      const id = inText[at] ?? 0;
      if (!isStopWord && rowOf(id) !== NO_ROW) sentences[sentence]?.push(id);
    }
    return sentences;
  }

  function meaningOfWords(content: readonly number[]): Float32Array {
    return meanOf(content.map(weighted));
  }

  function meaningOf(indexed: IndexedPassage): PassageMeaning {
    const sentences = contentBySentence(indexed);
    return {
      whole: meaningOfWords(sentences.flat()),
      details: once(() => ({
        sentences: sentences.map(meaningOfWords),
        nearest: nearestFinder(
          sentences.map((content) => [...new Set(content.map(rowOf))]),
          pack.wordVectors,
        ),
      })),
    };
  }

  return {
    meanOf,
    inCommon,
    prepare,
    rowOf: cachedByWord((term) => pack.wordVectors.rowOf(term)),
    of(indexed) {
      const before = kept.peek(indexed.terms);
      if (before) return before;
      const meaning = meaningOf(indexed);
      kept.set(indexed.terms, meaning);
      return meaning;
    },
  };
}

/** `bySentence`: the rows of the words of each sentence. Keeps what it finds. */
function nearestFinder(
  bySentence: readonly (readonly number[])[],
  { similarities }: WordVectors,
): MeaningDetails["nearest"] {
  const sentences = bySentence.length;
  const columns = [...new Set(bySentence.flat())];
  const columnOf = new Map(columns.map((row, column) => [row, column]));
  const columnsBySentence = bySentence.map((rows) =>
    Int32Array.from(rows, (row) => columnOf.get(row) ?? 0),
  );
  /** Where the values of a row begin, in sentences. */
  const known = new Map([[NO_ROW, 0]]);
  let values = new Float32Array(sentences);

  function add(rows: readonly number[]): void {
    const cosines = similarities(rows, columns);
    const needed = (known.size + rows.length) * sentences;
    if (needed > values.length) {
      const grown = new Float32Array(Math.max(needed, 2 * values.length));
      grown.set(values);
      values = grown;
    }
    for (const [number, row] of rows.entries()) {
      const own = cosines.subarray(number * columns.length, (number + 1) * columns.length);
      const from = known.size * sentences;
      for (let at = 0; at < sentences; at += 1) {
        values[from + at] = highest(own, columnsBySentence[at] ?? NOTHING);
      }
      known.set(row, from);
    }
  }

  return (rows) => {
    const from = rows.map((row) => known.get(row) ?? UNKNOWN);
    if (!from.includes(UNKNOWN)) return { values, from };
    if (known.size + rows.length > MAX_KNOWN_ROWS) {
      known.clear();
      known.set(NO_ROW, 0);
    }
    add([...new Set(rows)].filter((row) => !known.has(row)));
    return { values, from: rows.map((row) => known.get(row) ?? 0) };
  };
}

const UNKNOWN = -1;
const NOTHING = new Int32Array(0);

function highest(values: Float32Array, at: Int32Array): number {
  let most = 0;
  for (let number = 0; number < at.length; number += 1) {
    most = Math.max(most, values[at[number] ?? 0] ?? 0);
  }
  return most;
}
