import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { Steps } from "../analysis/steps.ts";
import type { PassageRecord } from "./indexed-passage.ts";

/** Finds the numbers of passages that contain any of the given terms. */
export type Engine = MiniSearch<Entry>;

type Entry = { readonly id: number; readonly terms: string };

/** Text is analysed before it gets here: the engine sees terms, separated by spaces. */
const OPTIONS: Options<Entry> = {
  fields: ["terms"],
  tokenize: (text) => text.split(" "),
  processTerm: (term) => (term === "" ? null : term),
};

export function* buildEngine(
  passages: readonly PassageRecord[],
  termsById: readonly string[],
): Steps<Engine> {
  const engine = new MiniSearch<Entry>(OPTIONS);
  for (const [id, { terms, classes, added, contextTerms }] of passages.entries()) {
    const own = terms.filter((_term, at) => ((classes[at] ?? 0) & TOKEN_CLASS.stopWord) === 0);
    const content = Array.from(
      [...own, ...added.terms, ...contextTerms],
      (term) => termsById[term],
    );
    engine.add({ id, terms: content.join(" ") });
    yield;
  }
  return engine;
}

export function loadEngine(saved: AsPlainObject): Engine {
  return MiniSearch.loadJS<Entry>(saved, OPTIONS);
}
