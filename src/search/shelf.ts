import MiniSearch from "minisearch";
import type { Article } from "../article/article.ts";
import { KIND } from "./kinds.ts";
import { namesOf, type Names } from "./people.ts";
import { rarityIn, type Rarity } from "./rarity.ts";
import {
  contentTerms,
  idOf,
  shelvePassage,
  type Ledger,
  type ShelvedPassage,
} from "./shelved-passage.ts";
import { spellingOf, type Spelling } from "./spelling.ts";
import { termsFor, type Terms } from "./terms.ts";
import { vocabularyOf, type Vocabulary } from "./vocabulary.ts";

/** Articles of one language that are searched together: terms are rare or common among them. */
export type Shelf = {
  readonly language: string;
  readonly terms: Terms;
  readonly names: Names;
  readonly rarity: Rarity;
  readonly passages: readonly ShelvedPassage[];
  /** Mean number of words of a passage. */
  readonly meanLength: number;
  readonly vocabulary: Vocabulary;
  /** By the id of a term: in how many passages, or around how many, it stands. */
  readonly passagesWith: Int32Array;
  readonly spelling: Spelling;
  readonly engine: Engine;
};

/** Finds the passages, by their number, that have rows of terms. */
type Engine = MiniSearch<Entry>;

type Entry = { readonly id: number; readonly terms: string };

export function shelve(articles: readonly Article[]): Shelf {
  const language = articles[0]?.language ?? "";
  const ledger = openLedger(articles, termsFor(language));
  const passages = articles.flatMap((article) => passagesOf(article, ledger));
  return {
    language,
    terms: ledger.terms,
    names: ledger.names,
    rarity: rarityIn(language),
    passages,
    meanLength: meanLengthOf(passages),
    vocabulary: vocabularyOf(ledger.ids),
    passagesWith: countPassages(passages, ledger.ids.size),
    spelling: spellingOf(ledger.wordCounts),
    engine: engineOf(passages, [...ledger.ids.keys()]),
  };
}

/** People count as words of the shelf even if no passage names them. */
function openLedger(articles: readonly Article[], terms: Terms): Ledger {
  const people = articles.flatMap((article) => article.people);
  const names = namesOf(people, terms);
  const ledger = { terms, names, ids: new Map(), wordCounts: new Map() };
  for (const { name, aliases } of people) {
    for (const text of [name, ...aliases]) {
      for (const term of contentTerms(text, ledger)) idOf(term, ledger);
    }
  }
  return ledger;
}

function passagesOf(article: Article, ledger: Ledger): ShelvedPassage[] {
  return article.sections.flatMap((section) =>
    section.passages.map((passage) => shelvePassage(passage, section, article, ledger)),
  );
}

function meanLengthOf(passages: readonly ShelvedPassage[]): number {
  let total = 0;
  for (const { length } of passages) total += length;
  return total / Math.max(1, passages.length);
}

function countPassages(passages: readonly ShelvedPassage[], size: number): Int32Array {
  const counts = new Int32Array(size);
  const lastSeenIn = new Int32Array(size).fill(-1);
  for (const [number, { terms, around }] of passages.entries()) {
    for (const ids of [terms, around]) {
      for (const id of ids) {
        if (lastSeenIn[id] === number) continue;
        lastSeenIn[id] = number;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function engineOf(passages: readonly ShelvedPassage[], written: readonly string[]): Engine {
  const engine = new MiniSearch<Entry>({
    fields: ["terms"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => (term === "" ? null : term),
  });
  for (const [id, { terms, kinds, around }] of passages.entries()) {
    const own = terms.filter((_term, at) => ((kinds[at] ?? 0) & KIND.stopWord) === 0);
    const content = Array.from([...own, ...around], (term) => written[term]);
    engine.add({ id, terms: content.join(" ") });
  }
  return engine;
}
