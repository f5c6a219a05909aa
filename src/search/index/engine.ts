import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { KIND } from "../analysis/kinds.ts";
import type { Pieces } from "./pieces.ts";
import type { PassageRecord } from "./shelved-passage.ts";

/** Finds the passages, by their number, that have rows of terms. */
export type Engine = MiniSearch<Entry>;

type Entry = { readonly id: number; readonly terms: string };

/** Words are read before they get here: it is given terms with spaces between. */
const OPTIONS: Options<Entry> = {
  fields: ["terms"],
  tokenize: (text) => text.split(" "),
  processTerm: (term) => (term === "" ? null : term),
};

/** `written`: the terms by their ids. */
export function* fillingEngine(
  passages: readonly PassageRecord[],
  written: readonly string[],
): Pieces<Engine> {
  const engine = new MiniSearch<Entry>(OPTIONS);
  for (const [id, { terms, kinds, around }] of passages.entries()) {
    const own = terms.filter((_term, at) => ((kinds[at] ?? 0) & KIND.stopWord) === 0);
    const content = Array.from([...own, ...around], (term) => written[term]);
    engine.add({ id, terms: content.join(" ") });
    yield;
  }
  return engine;
}

export function engineFrom(saved: AsPlainObject): Engine {
  return MiniSearch.loadJS<Entry>(saved, OPTIONS);
}
