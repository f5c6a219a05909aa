import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import type { Steps } from "../analysis/steps.ts";

/** MiniSearch over passages, sections and key facts: see `engineDocuments`. */
export type Engine = {
  readonly miniSearch: MiniSearch<Entry>;
  /** The documents that contain a term. */
  readonly documentsWith: (term: string) => ScoredDocuments;
};

/** Numbers of documents, and MiniSearch's score of each. */
type ScoredDocuments = { readonly numbers: Int32Array; readonly scores: Float64Array };

type Entry = { readonly id: number; readonly terms: string };

/** Text is analysed before it gets here: the engine sees terms, separated by spaces. */
const OPTIONS: Options<Entry> = {
  fields: ["terms"],
  tokenize: (text) => text.split(" "),
  processTerm: (term) => (term === "" ? null : term),
};

/** Documents are numbered in their order. */
export function* buildEngine(documents: Iterable<readonly string[]>): Steps<Engine> {
  const miniSearch = new MiniSearch<Entry>(OPTIONS);
  let id = 0;
  for (const terms of documents) {
    miniSearch.add({ id, terms: terms.join(" ") });
    id += 1;
    yield;
  }
  return openEngine(miniSearch);
}

export function loadEngine(saved: AsPlainObject): Engine {
  return openEngine(MiniSearch.loadJS<Entry>(saved, OPTIONS));
}

/** So many scores take 12 MB. */
const MAX_KNOWN_SCORES = 1_000_000;

/**
 * What MiniSearch says of a term is kept. Its score for several is the sum, times the number of them found;
 * without that number, so that synonyms do not count as several, terms can be asked for one at a time.
 */
function openEngine(miniSearch: MiniSearch<Entry>): Engine {
  const known = new Map<string, ScoredDocuments>();
  let size = 0;

  function documentsWith(term: string): ScoredDocuments {
    const before = known.get(term);
    if (before) return before;

    const found = miniSearch.search(term);
    const numbers = Int32Array.from(found, ({ id }) => Number(id));
    const documents = { numbers, scores: Float64Array.from(found, ({ score }) => score) };
    size += found.length;
    if (size > MAX_KNOWN_SCORES) {
      known.clear();
      size = found.length;
    }
    known.set(term, documents);
    return documents;
  }

  return { miniSearch, documentsWith };
}
