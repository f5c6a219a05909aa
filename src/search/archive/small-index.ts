import { once } from "../../languages/once.ts";
import type { Terms } from "../../languages/terms.ts";
import { bm25 } from "../index/bm25.ts";
import type { Engine } from "../index/engine.ts";
import { engineDocuments } from "../index/engine-documents.ts";
import {
  indexedPassage,
  type IndexedPassage,
  type IndexedPassages,
} from "../index/indexed-passage.ts";
import { isKeyFact } from "../index/layout.ts";
import type {
  LocatedSection,
  PassageLocation,
  PassageLocations,
} from "../index/passage-locations.ts";
import { numberTerms } from "./analysed-article.ts";
import type { Numbering } from "./archive-facts.ts";
import { type ArchivedText, withIds } from "./archived-article.ts";
import type { OpenedArticles } from "./opened-articles.ts";
import type { ArchiveStatistics, FoundPassage } from "./archive.ts";

/** Some passages of an archive, with term ids of their own. */
export type FoundPassages = {
  readonly passages: IndexedPassages;
  readonly locations: PassageLocations;
};

/** Each once, in the order of their articles. Adds their terms and records to the numbering. */
export function joinPassages(
  found: Iterable<FoundPassage>,
  { locate }: Pick<OpenedArticles, "locate">,
  { ids, records }: Numbering,
): FoundPassages {
  const joined: IndexedPassage[] = [];
  const sections: LocatedSection[] = [];
  for (const one of inOrder(found)) {
    const location = locate(one);
    if (!location) continue;
    const { archived } = one;
    const record = records.get(archived) ?? withIds(archived.record, idsIn(archived.terms, ids));
    records.set(archived, record);
    addSection(location, joined.length, sections);
    joined.push(indexedPassage(location, record));
  }
  const passages = passagesOf(joined);
  return { passages, locations: locationsOf(passages, sections) };
}

function inOrder(found: Iterable<FoundPassage>): FoundPassage[] {
  const byText = new Map<ArchivedText, Map<number, FoundPassage>>();
  for (const one of found) {
    const text = one.article.texts[one.text];
    if (!text) continue;
    const known = byText.get(text) ?? new Map<number, FoundPassage>();
    byText.set(text, known.set(one.position, one));
  }
  return Array.from(byText.values(), (own) =>
    [...own.values()].toSorted((one, other) => one.position - other.position),
  ).flat();
}

/** The passages of a section that are here, as if it had no others. */
function addSection(
  { article, section, passage, position, isMarkedUp }: PassageLocation,
  number: number,
  sections: LocatedSection[],
): void {
  const before = sections.at(-1);
  const known = before?.section();
  if (before && known && before.article === article && known.id === section.id) {
    const grown = { ...known, passages: [...known.passages, passage] };
    sections.splice(-1, 1, { ...before, section: () => grown, end: number + 1 });
    return;
  }
  const own = { ...section, passages: [passage] };
  const place = { article, first: number, end: number + 1, position, isMarkedUp };
  sections.push({ ...place, section: () => own });
}

function passagesOf(all: readonly IndexedPassage[]): IndexedPassages {
  const numbers = new Map(all.map(({ passage }, number) => [passage, number]));
  return {
    length: all.length,
    at: (number) => all[number],
    map: (of) => all.map(of),
    speakersOf: (number) => all[number]?.speakers ?? [],
    recordOf: (number) => all[number],
    termsOf: (number) => all[number]?.terms ?? NO_TERMS,
    articleOf: (number) => all[number]?.article,
    numberOf: ({ passage }) => numbers.get(passage),
    [Symbol.iterator]: () => all[Symbol.iterator](),
  };
}

const NO_TERMS = new Int32Array();

function locationsOf(
  passages: IndexedPassages,
  sections: readonly LocatedSection[],
): PassageLocations {
  const { length, at, numberOf } = passages;
  const sectionOf = new Int32Array(length);
  for (const [number, { first, end }] of sections.entries()) sectionOf.fill(number, first, end);
  const isFact = passages.map(({ passage }) => isKeyFact(passage));
  const keyFacts = Int32Array.from(isFact.keys()).filter((number) => isFact[number]);
  return { length, sections, sectionOf, keyFacts, at, numberOf };
}

/** The new id of an id of a passage. */
function idsIn(terms: readonly string[], ids: Map<string, number>): (id: number) => number {
  const own = Int32Array.from(terms, (term) => {
    const id = ids.get(term) ?? ids.size;
    ids.set(term, id);
    return id;
  });
  return (id) => own[id] ?? 0;
}

type Collection = FoundPassages & {
  readonly terms: Terms;
  readonly ids: ReadonlyMap<string, number>;
  readonly statistics: ArchiveStatistics;
  /** How many documents of the whole archive have a term. */
  readonly documentsWithTerm: (term: string) => number;
};

/** Scores these passages as the engine of the whole archive would. */
export function engineOver({
  passages,
  locations,
  terms,
  ids,
  statistics,
  documentsWithTerm,
}: Collection): Engine {
  const collection = { documents: statistics.documents, meanLength: statistics.meanTerms };
  const numbers = once(() => numberTerms(ids.keys()));
  const numberOf = (term: string) => numbers().numberOf(term);
  const source = { passages, locations, terms, numberOf };
  const all = once(() => Array.from(engineDocuments(source), frequenciesOf));
  const having = (term: number) =>
    all().flatMap((frequencies, number) => (frequencies.has(term) ? [number] : []));

  return {
    documentsWith(term) {
      if (passages.length === 0) return NOTHING;
      const asked = numberOf(term);
      const found = having(asked);
      const documents = all();
      const count = Math.max(documentsWithTerm(term), found.length);
      const scored = found.map((number) => {
        const frequencies = documents[number] ?? new Map<number, number>();
        const frequency = frequencies.get(asked) ?? 0;
        return { number, score: bm25(frequency, count, frequencies.size, collection) };
      });
      const best = scored.toSorted((one, other) => other.score - one.score);
      return {
        numbers: Int32Array.from(best, ({ number }) => number),
        scores: Float64Array.from(best, ({ score }) => score),
      };
    },
    documentsWithBoth: (one, other) =>
      having(numberOf(one)).filter((number) => all()[number]?.has(numberOf(other)) === true),
  };
}

const NOTHING = { numbers: new Int32Array(), scores: new Float64Array() };

function frequenciesOf(terms: readonly number[]): ReadonlyMap<number, number> {
  const frequencies = new Map<number, number>();
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}
