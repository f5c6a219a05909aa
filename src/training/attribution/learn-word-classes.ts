import { seededRandom } from "../../evaluation/random.ts";
import type { WordClasses } from "../../import/attribute/tagging/word-classes.ts";
import type { WordVectors } from "../../languages/word-vectors.ts";

/** The most common words; rarer ones are rarely how somebody speaks. */
const WORDS = 25_000;
const FEW = 200;
const MANY = 800;
const PASSES = 12;
const SEED = 3;

/** Groups words by their vectors. The same vectors give the same classes. */
export function learnWordClasses(vectors: WordVectors): WordClasses {
  return {
    few: Uint8Array.from(clusters(vectors, FEW)),
    many: Uint16Array.from(clusters(vectors, MANY)),
  };
}

/** The number of each word's cluster: k-means (Lloyd, 1982), by the cosine. */
function clusters({ dimensions, size, values }: WordVectors, count: number): Int32Array {
  const words = Math.min(WORDS, size);
  const random = seededRandom(SEED);
  const centres = new Float32Array(count * dimensions);
  for (let cluster = 0; cluster < count; cluster += 1) {
    const word = Math.floor(random() * words);
    for (let at = 0; at < dimensions; at += 1) {
      centres[cluster * dimensions + at] = values[word * dimensions + at] ?? 0;
    }
  }
  const clusterOf = new Int32Array(words);
  for (let pass = 0; pass < PASSES; pass += 1) {
    normalise(centres, dimensions);
    for (let word = 0; word < words; word += 1) {
      clusterOf[word] = nearest(word * dimensions, values, centres, dimensions);
    }
    moveToMembers(centres, clusterOf, { dimensions, values });
  }
  return clusterOf;
}

function nearest(
  from: number,
  values: Int8Array,
  centres: Float32Array,
  dimensions: number,
): number {
  let [best, most] = [0, -Infinity];
  for (let start = 0; start < centres.length; start += dimensions) {
    let product = 0;
    for (let at = 0; at < dimensions; at += 1) {
      product += (values[from + at] ?? 0) * (centres[start + at] ?? 0);
    }
    if (product > most) [best, most] = [start / dimensions, product];
  }
  return best;
}

/** Each centre becomes the sum of its members; one without any stays where it is. */
function moveToMembers(
  centres: Float32Array,
  clusterOf: Int32Array,
  { dimensions, values }: Pick<WordVectors, "dimensions" | "values">,
): void {
  const hasMembers = new Set(clusterOf);
  for (const cluster of hasMembers) {
    centres.fill(0, cluster * dimensions, (cluster + 1) * dimensions);
  }
  for (const [word, cluster] of clusterOf.entries()) {
    for (let at = 0; at < dimensions; at += 1) {
      const place = cluster * dimensions + at;
      centres[place] = (centres[place] ?? 0) + (values[word * dimensions + at] ?? 0);
    }
  }
}

function normalise(centres: Float32Array, dimensions: number): void {
  for (let start = 0; start < centres.length; start += dimensions) {
    const centre = centres.subarray(start, start + dimensions);
    const length = Math.sqrt(centre.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let at = 0; at < dimensions; at += 1) centre[at] = (centre[at] ?? 0) / length;
  }
}
