import { crc32 } from "node:zlib";

/**
 * Meanings of English terms as vectors: terms used in the same surroundings point the same way. A row is the
 * number of a term with a vector, the most common term first; NO_ROW stands for any other term.
 */
export type WordVectors = {
  readonly dimensions: number;
  /** How many terms have a vector. */
  readonly size: number;
  /** All vectors, row by row. Each has the same length, so that dot products compare like cosines. */
  readonly values: Int8Array;
  readonly rowOf: (term: string) => number;
  /** The cosine of two rows, to within a hundredth: 1 for the same, about 0 for unrelated terms and with NO_ROW. */
  readonly similarity: (row: number, other: number) => number;
  /** The same for each row with each of the others, by row; several times as fast as one by one. */
  readonly similarities: (rows: ArrayLike<number>, others: ArrayLike<number>) => Float32Array;
};

export const NO_ROW = -1;

export const NO_WORD_VECTORS: WordVectors = {
  dimensions: 0,
  size: 0,
  values: new Int8Array(0),
  rowOf: () => NO_ROW,
  similarity: () => 0,
  similarities: (rows, others) => new Float32Array(rows.length * others.length),
};

/**
 * The file: this header as unsigned 32-bit little-endian numbers, the terms by row, separated by line ends, and
 * the vectors, a signed byte each number.
 */
export const HEADER = ["magic", "checksum", "size", "dimensions", "bytesOfTerms"] as const;
export const HEADER_BYTES = HEADER.length * 4;
/** The checksum is of everything after it. */
export const CHECKSUM_FROM = 2 * 4;
/** "wv01" in the file. A change of the format changes it. */
export const MAGIC = 0x31_30_76_77;

/** Length of each vector in the file: as long as it may be for the largest number to fit in a byte. */
export const VECTOR_LENGTH = 180;

/** The dimensions are a multiple of it: that many products are added up side by side. */
const LANES = 4;

/** Returns nothing if the file is damaged: cut short, changed, or of another kind. */
export function parseWordVectors(file: Uint8Array): WordVectors | undefined {
  const header = intactHeader(file);
  if (!header) return undefined;

  const { size, dimensions, bytesOfTerms } = header;
  const vectorsFrom = HEADER_BYTES + bytesOfTerms;
  const terms = new TextDecoder().decode(file.subarray(HEADER_BYTES, vectorsFrom)).split("\n");
  const rows = new Map(terms.map((term, row) => [term, row]));
  const values = new Int8Array(file.buffer, file.byteOffset + vectorsFrom, size * dimensions);
  const similarities: WordVectors["similarities"] = (some, others) =>
    cosines(some, others, { dimensions, values });
  return {
    dimensions,
    size,
    values,
    rowOf: (term) => rows.get(term) ?? NO_ROW,
    similarity: (row, other) => similarities([row], [other])[0] ?? 0,
    similarities,
  };
}

type Header = Readonly<Record<(typeof HEADER)[number], number>>;

/** The header, if the file has just what it says. */
export function intactHeader(file: Uint8Array): Header | undefined {
  if (file.length < HEADER_BYTES) return undefined;
  const view = new DataView(file.buffer, file.byteOffset);
  const [magic = 0, checksum = 0, size = 0, dimensions = 0, bytesOfTerms = 0] = HEADER.map(
    (_, at) => view.getUint32(at * 4, true),
  );
  const isIntact =
    magic === MAGIC &&
    dimensions % LANES === 0 &&
    file.length === HEADER_BYTES + bytesOfTerms + size * dimensions &&
    checksum === crc32(file.subarray(CHECKSUM_FROM));
  return isIntact ? { magic, checksum, size, dimensions, bytesOfTerms } : undefined;
}

/**
 * So many dot products are computed at once, as the digits of one number: they are integers below
 * VECTOR_LENGTH² in size, so that three of them fit in the 53 bits of a double.
 */
const PLACES = [1, 2 ** 17, 2 ** 34] as const;
const SCALE = 1 / VECTOR_LENGTH ** 2;

function cosines(
  rows: ArrayLike<number>,
  others: ArrayLike<number>,
  { dimensions, values }: Pick<WordVectors, "dimensions" | "values">,
): Float32Array {
  const found = new Float32Array(rows.length * others.length);
  const packed = new Float64Array(dimensions);
  for (let first = 0; first < rows.length; first += PLACES.length) {
    const count = Math.min(PLACES.length, rows.length - first);
    packed.fill(0);
    for (let digit = 0; digit < count; digit += 1) {
      addTo(packed, PLACES[digit] ?? 0, (rows[first + digit] ?? NO_ROW) * dimensions, values);
    }
    for (let column = 0; column < others.length; column += 1) {
      const other = others[column] ?? NO_ROW;
      if (other < 0) continue;
      let sum = dotProduct(packed, other * dimensions, values);
      for (let digit = count - 1; digit >= 0; digit -= 1) {
        const place = PLACES[digit] ?? 1;
        const dot = Math.round(sum / place);
        sum -= dot * place;
        found[(first + digit) * others.length + column] = dot * SCALE;
      }
    }
  }
  return found;
}

function addTo(packed: Float64Array, factor: number, from: number, values: Int8Array): void {
  if (from < 0) return;
  for (let at = 0; at < packed.length; at += 1) {
    packed[at] = (packed[at] ?? 0) + factor * (values[from + at] ?? 0);
  }
}

/** Four sums side by side: the processor need not wait for one addition to begin the next. */
function dotProduct(packed: Float64Array, from: number, values: Int8Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let at = 0; at < packed.length; at += LANES) {
    one += (packed[at] ?? 0) * (values[from + at] ?? 0);
    two += (packed[at + 1] ?? 0) * (values[from + at + 1] ?? 0);
    three += (packed[at + 2] ?? 0) * (values[from + at + 2] ?? 0);
    four += (packed[at + 3] ?? 0) * (values[from + at + 3] ?? 0);
  }
  return one + two + (three + four);
}
