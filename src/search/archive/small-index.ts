import { once } from "../../languages/once.ts";
import type { Terms } from "../../languages/terms.ts";
import { bm25 } from "../index/bm25.ts";
import type { Engine } from "../index/engine.ts";
import { engineDocuments } from "../index/engine-documents.ts";
import type { IndexedPassage, IndexedPassages, PassageRecord } from "../index/indexed-passage.ts";
import type { LocatedSection, PassageLocations } from "../index/passage-locations.ts";
import { numberTerms, openText, type ArchivedText, type OpenedText } from "./archived-article.ts";
import type { ArchiveStatistics, FoundPassage } from "./archive.ts";

/** Some passages of an archive, with term ids of their own. */
export type FoundPassages = {
  readonly passages: IndexedPassages;
  readonly locations: PassageLocations;
};

/** Each once, in the order of their articles. Adds their terms to `ids`. */
export function joinPassages(
  found: Iterable<FoundPassage>,
  ids: Map<string, number>,
): FoundPassages {
  const positions = new Map<ArchivedText, Set<number>>();
  for (const { article, text, position } of found) {
    const own = article.texts[text];
    if (!own) continue;
    const known = positions.get(own) ?? new Set();
    positions.set(own, known.add(position));
  }
  const joined: IndexedPassage[] = [];
  const sections: LocatedSection[] = [];
  for (const [text, wanted] of positions) {
    const opened = openText(text);
    const idOf = idsIn(text, ids);
    for (const position of [...wanted].toSorted((one, other) => one - other)) {
      const indexed = opened.passages.at(position);
      if (!indexed) continue;
      addSection(indexed, joined.length, opened, sections);
      joined.push({ ...indexed, ...withIds(indexed, idOf) });
    }
  }
  const passages = passagesOf(joined);
  return { passages, locations: locationsOf(passages, sections) };
}

/** The passages of a section that are here, as if it had no others. */
function addSection(
  { article, section, passage, position, isMarkedUp }: IndexedPassage,
  number: number,
  { locations }: OpenedText,
  sections: LocatedSection[],
): void {
  const before = sections.at(-1);
  const original = locations.sections[locations.sectionOf[position] ?? 0];
  if (before && before.article === article && before.section.id === section.id && original) {
    const passages = [...before.section.passages, passage];
    const grown = { ...before, section: { ...before.section, passages }, end: number + 1 };
    sections.splice(-1, 1, grown);
    return;
  }
  const own = { ...section, passages: [passage] };
  sections.push({ article, section: own, first: number, end: number + 1, position, isMarkedUp });
}

function passagesOf(all: readonly IndexedPassage[]): IndexedPassages {
  const numbers = new Map(all.map(({ passage }, number) => [passage, number]));
  return {
    length: all.length,
    at: (number) => all[number],
    map: (of) => all.map(of),
    speakersOf: (number) => all[number]?.speakers ?? [],
    numberOf: (passage) => numbers.get(passage),
    [Symbol.iterator]: () => all[Symbol.iterator](),
  };
}

function locationsOf(
  { length, at, numberOf }: IndexedPassages,
  sections: readonly LocatedSection[],
): PassageLocations {
  const sectionOf = new Int32Array(length);
  for (const [number, { first, end }] of sections.entries()) sectionOf.fill(number, first, end);
  return { length, sections, sectionOf, at, numberOf };
}

/** The new id of an id of a text. */
function idsIn({ terms }: ArchivedText, ids: Map<string, number>): (id: number) => number {
  const known = new Int32Array(terms.length).fill(-1);
  return (id) => {
    const before = known[id] ?? -1;
    if (before >= 0) return before;
    const term = terms[id] ?? "";
    const made = ids.get(term) ?? ids.size;
    ids.set(term, made);
    known[id] = made;
    return made;
  };
}

function withIds(record: PassageRecord, idOf: (id: number) => number): Partial<PassageRecord> {
  const { terms, added, contextTerms, heading, meant, voices } = record;
  const renumbered = (ids: Int32Array) => ids.map(idOf);
  const context = renumbered(contextTerms);
  return {
    terms: renumbered(terms),
    added: { ...added, terms: renumbered(added.terms) },
    contextTerms: context,
    heading: context.subarray(0, heading.length),
    meant: { ...meant, terms: renumbered(meant.terms) },
    ...(voices && { voices: { ...voices, names: voices.names.map(renumbered) } }),
  };
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
  const { numberOf } = numberTerms(ids.keys());
  const source = { passages, locations, terms, numberOf };
  const all = once(() => Array.from(engineDocuments(source), frequenciesOf));
  const having = (term: number) =>
    all().flatMap((frequencies, number) => (frequencies.has(term) ? [number] : []));

  return {
    documentsWith(term) {
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

function frequenciesOf(terms: readonly number[]): ReadonlyMap<number, number> {
  const frequencies = new Map<number, number>();
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}
