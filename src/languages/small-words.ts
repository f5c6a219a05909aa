import { termsFor } from "./terms.ts";
import type { WordSet } from "./language-pack.ts";

/** Words of a language that say nothing about which passage is meant. */
export function smallWords(language: string): WordSet {
  return { has: termsFor(language).isStopWord };
}
