import {
  type CollectionStatistics,
  inverseDocumentFrequency,
  weightOfFrequency,
} from "../index/bm25.ts";
import { termForPerson } from "../index/engine-documents.ts";
import { GROUP_SHARE, MAX_CANDIDATES } from "../ranking/candidates.ts";
import type { ArchiveSearch } from "./archive.ts";
import { DOCUMENT_KIND, type Posting, readPostings } from "./posting-lists.ts";
import { openScoreTable, type ScoreTable } from "./score-table.ts";
import { readersMask } from "./term-postings.ts";

/** Where a passage is: the id of its article, the number of the text in it, and its position in that. */
export type PassagePlace = {
  readonly article: number;
  readonly text: number;
  readonly position: number;
};

/** The lists of a term, or some of them. */
export type ListsOf = (term: string) => readonly Uint8Array[];

type Source = {
  readonly collection: CollectionStatistics;
  readonly listsOf: ListsOf;
  /** Ids of those in the scope of the search, if it has one. */
  readonly articles: ReadonlySet<number> | undefined;
};

/**
 * The passages that ranking would take of all those of an archive (`candidatesFor`): by their own terms, by those of their
 * section, and by those of the key fact that they are. The best first. How rare a term is counts passages here, and sections
 * and key facts as well in memory: where there are more than ranking takes, one or the other of the last may differ.
 */
export function bestPassages(
  { terms, speakers, reader, most = MAX_CANDIDATES }: ArchiveSearch,
  { collection, listsOf, articles }: Source,
): PassagePlace[] {
  const isRead = readBy(reader);
  const found = openScores();
  for (const { term, share, postings } of terms) {
    const rarity = share * inverseDocumentFrequency(postings, collection.documents);
    for (const list of listsOf(term)) {
      readPostings(list, (posting) => {
        if (!isRead(posting) || articles?.has(posting.article) === false) return;
        const { frequency, length } = posting;
        found.add(posting, rarity * weightOfFrequency(frequency, length, collection.meanLength));
      });
    }
  }
  const spoken = speakers && keysWithOne(speakers.map(termForPerson), listsOf);
  return best(found.ofPassages(), { most, among: spoken }).map(placeOf);
}

/** Passages with both terms, which may be side by side in them. */
export function passagesWithBoth(
  [one, other]: readonly [string, string],
  listsOf: ListsOf,
  most: number,
): PassagePlace[] {
  const first = keysWithOne([one], listsOf);
  const both = [...keysWithOne([other], listsOf)].filter((key) => first.has(key));
  return both.slice(-most).map(placeOf);
}

/** Readers of other languages, and of none, get the article as published. */
function readBy(reader: string | undefined): (posting: Posting) => boolean {
  if (reader === undefined) return ({ text }) => text === 0;
  const mask = readersMask([reader]);
  return ({ readers }) => (readers & mask) !== 0;
}

/** Passages by `keyOf`. */
function keysWithOne(terms: readonly string[], listsOf: ListsOf): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const list of terms.flatMap(listsOf)) {
    readPostings(list, (posting) => {
      if (posting.kind === DOCUMENT_KIND.passage) keys.add(keyOf(posting, posting.first));
    });
  }
  return keys;
}

/** More texts than there are languages, and more passages than an article can have. */
const TEXTS = 2 ** 3;
const POSITIONS = 2 ** 20;

/** One number for a place: article ids have 30 bits. */
function keyOf({ article, text }: Pick<Posting, "article" | "text">, position: number): number {
  return (article * TEXTS + text) * POSITIONS + position;
}

function placeOf(key: number): PassagePlace {
  const text = Math.floor(key / POSITIONS);
  return { article: Math.floor(text / TEXTS), text: text % TEXTS, position: key % POSITIONS };
}

/** All passages of a section, or the one of a key fact: by their keys, `end` not included. */
type Group = { readonly first: number; readonly end: number; score: number };

function openScores() {
  const passages = openScoreTable();
  const sections = new Map<number, Group>();
  const keyFacts = new Map<number, Group>();
  return {
    add(posting: Posting, score: number): void {
      const key = keyOf(posting, posting.first);
      if (posting.kind === DOCUMENT_KIND.passage) {
        passages.add(key, score);
        return;
      }
      const groups = posting.kind === DOCUMENT_KIND.section ? sections : keyFacts;
      const known = groups.get(key);
      if (known) known.score += score;
      else groups.set(key, { first: key, end: keyOf(posting, posting.end), score });
    },
    /** Sections and key facts add to the passages found, and the best ones propose others of theirs. */
    ofPassages(): ScoreTable {
      const groups = [...sections.values(), ...keyFacts.values()];
      for (const { first, end } of groups.toSorted(byScore).slice(0, MAX_CANDIDATES)) {
        for (let key = first; key < Math.min(end, first + MAX_CANDIDATES); key += 1) {
          passages.add(key, 0);
        }
      }
      for (const { first, end, score } of groups) {
        for (let key = first; key < end; key += 1) passages.addIfThere(key, GROUP_SHARE * score);
      }
      return passages;
    },
  };
}

function byScore(one: Pick<Group, "score">, other: Pick<Group, "score">): number {
  return other.score - one.score;
}

type Best = {
  readonly most: number;
  /** The only keys to take, if not all are. */
  readonly among: ReadonlySet<number> | undefined;
};

type Scored = { readonly key: number; readonly score: number };

/** Most are far from the best: only those that may be among them are sorted. */
function best(scores: ScoreTable, { most, among }: Best): number[] {
  const sorted = (some: readonly Scored[]) => some.toSorted(byScore).slice(0, most);
  let kept: Scored[] = [];
  let least = -Infinity;
  scores.forEach((key, score) => {
    if (score <= least || among?.has(key) === false) return;
    kept.push({ key, score });
    if (kept.length < SORTED_AT_ONCE * most) return;
    kept = sorted(kept);
    least = kept.at(-1)?.score ?? least;
  });
  return sorted(kept).map(({ key }) => key);
}

/** Times as many as are wanted. */
const SORTED_AT_ONCE = 10;
