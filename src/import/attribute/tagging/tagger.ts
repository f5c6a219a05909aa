import { WEIGHTS } from "./hashed-feature.ts";

/** Logistic regression on hashed features: a weight for each, in steps of `scale`. */
export type Tagger = { readonly weights: Int8Array; readonly scale: number };

/** How likely it is, 0 to 1. */
export function likelihood(features: ArrayLike<number>, { weights, scale }: Tagger): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += weights[features[at] ?? 0] ?? 0;
  return logistic(sum * scale);
}

export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** A tagger as text: its scale, then its weights in base64. */
export function printTagger({ weights, scale }: Tagger): string {
  return `${scale} ${Buffer.from(weights.buffer).toString("base64")}`;
}

export function parseTagger(line: string): Tagger {
  const [scale, weights = ""] = line.split(" ");
  return { scale: Number(scale), weights: new Int8Array(Buffer.from(weights, "base64")) };
}

const LARGEST = 127;
/** Weights beyond it are cut off: few are, and the others need the finer steps. */
const LARGEST_WEIGHT = 4;

export function roundedTagger(weights: Float32Array): Tagger {
  const scale = LARGEST_WEIGHT / LARGEST;
  const steps = new Int8Array(WEIGHTS);
  for (let at = 0; at < WEIGHTS; at += 1) {
    const step = Math.round((weights[at] ?? 0) / scale);
    steps[at] = Math.max(-LARGEST, Math.min(LARGEST, step));
  }
  return { weights: steps, scale: Number(scale.toFixed(6)) };
}
