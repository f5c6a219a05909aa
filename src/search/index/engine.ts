import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { Steps } from "./steps.ts";
import type { PassageRecord } from "./indexed-passage.ts";

/** Finds the passages, by their number, that have rows of terms. */
export type Engine = MiniSearch<Entry>;

type Entry = { readonly id: number; readonly terms: string };

/** Words are read before they get here: it is given terms with spaces between. */
const OPTIONS: Options<Entry> = {
  fields: ["terms"],
  tokenize: (text) => text.split(" "),
  processTerm: (term) => (term === "" ? null : term),
};

/** `termsById`: the terms by their ids. */
export function* buildEngine(
  passages: readonly PassageRecord[],
  termsById: readonly string[],
): Steps<Engine> {
  const engine = new MiniSearch<Entry>(OPTIONS);
  for (const [id, { terms, classes, contextTerms }] of passages.entries()) {
    const own = terms.filter((_term, at) => ((classes[at] ?? 0) & TOKEN_CLASS.stopWord) === 0);
    const content = Array.from([...own, ...contextTerms], (term) => termsById[term]);
    engine.add({ id, terms: content.join(" ") });
    yield;
  }
  return engine;
}

export function loadEngine(saved: AsPlainObject): Engine {
  return MiniSearch.loadJS<Entry>(saved, OPTIONS);
}
