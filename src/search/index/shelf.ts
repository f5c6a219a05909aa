import type { Article, Passage } from "../../article/article.ts";
import { voicesIn } from "../../article/voices.ts";
import { type Engine, fillingEngine } from "./engine.ts";
import { namesOf, type Names } from "./people.ts";
import { atOnce, type Pieces } from "./pieces.ts";
import { rarityIn, type Rarity } from "../../languages/rarity.ts";
import {
  contentTerms,
  idOf,
  recordingPassage,
  type Ledger,
  type PassageRecord,
  type Place,
  type ShelvedPassage,
} from "./shelved-passage.ts";
import { soundsOf, type Sounds } from "../analysis/sounds.ts";
import { learningSpelling, type Spelling } from "../analysis/spelling.ts";
import { termsFor, type Terms } from "../analysis/terms.ts";
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
  readonly sounds: Sounds;
  readonly engine: Engine;
  readonly articles: readonly Article[];
  readonly record: ShelfRecord;
};

/** What reading the articles yields: all of a shelf that takes long to make. */
export type ShelfRecord = {
  readonly passages: readonly PassageRecord[];
  readonly ids: ReadonlyMap<string, number>;
  readonly wordCounts: ReadonlyMap<string, number>;
  readonly engine: Engine;
};

export function shelve(articles: readonly Article[]): Shelf {
  return atOnce(shelving(articles));
}

export function* shelving(articles: readonly Article[]): Pieces<Shelf> {
  return yield* openingShelf(articles, yield* readingShelf(articles));
}

function* readingShelf(articles: readonly Article[]): Pieces<ShelfRecord> {
  const ledger = openLedger(articles, termsFor(articles[0]?.language ?? ""));
  const passages: PassageRecord[] = [];
  for (const place of placesIn(articles)) {
    passages.push(yield* recordingPassage(place, ledger));
    yield;
  }
  const { ids, wordCounts } = ledger;
  return { passages, ids, wordCounts, engine: yield* fillingEngine(passages, [...ids.keys()]) };
}

/** The record has to be of these very articles. */
export function* openingShelf(articles: readonly Article[], record: ShelfRecord): Pieces<Shelf> {
  const language = articles[0]?.language ?? "";
  const terms = termsFor(language);
  const places = placesIn(articles);
  const passages: ShelvedPassage[] = [];
  for (const [number, passage] of record.passages.entries()) {
    const place = places[number];
    if (place) passages.push({ ...place, ...passage, speakers: speakersIn(place.passage) });
    yield;
  }
  const vocabulary = vocabularyOf(record.ids);
  yield;
  return {
    language,
    terms,
    names: namesOf(
      articles.flatMap((article) => article.people),
      terms,
    ),
    rarity: rarityIn(language),
    passages,
    meanLength: meanLengthOf(passages),
    vocabulary,
    passagesWith: countPassages(passages, record.ids.size),
    spelling: yield* learningSpelling(language, record.wordCounts),
    sounds: soundsOf(articles.flatMap((article) => article.people)),
    engine: record.engine,
    articles,
    record,
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
  // Names in other languages can be asked by, and are no words of this one.
  for (const phrases of names.values()) {
    for (const term of phrases.flatMap((name) => name.terms)) idOf(term, ledger);
  }
  return ledger;
}

function placesIn(articles: readonly Article[]): Place[] {
  return articles.flatMap((article) =>
    article.sections.flatMap((section) =>
      section.passages.map((passage) => ({ article, section, passage })),
    ),
  );
}

/** Everybody who says something in a passage, by id. */
function speakersIn(passage: Passage): readonly string[] {
  const ids = voicesIn(passage).flatMap(({ speaker }) => speaker?.id ?? []);
  return [...new Set(ids)];
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
