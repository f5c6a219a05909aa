import type { Shelf } from "./shelf.ts";

/** How rare a term is among the passages searched, 0 to 1: BM25's inverse document frequency. */
export function localRarity(term: string, { passages, passagesWith, vocabulary }: Shelf): number {
  const id = vocabulary.idOf(term);
  const count = id === undefined ? 0 : (passagesWith[id] ?? 0);
  return inverse(count, passages.length) / inverse(0, passages.length);
}

function inverse(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}
