import type { Article, Passage, Section } from "../../article/article.ts";
import type { Steps } from "../../languages/steps.ts";
import { type Layout, MARK } from "./layout.ts";

export type PassageLocation = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
  /** Position among the passages of its article, from 0. */
  readonly position: number;
  /** Whether an editor has marked its article up. */
  readonly isMarkedUp: boolean;
};

/** A section with passages: their numbers are `first` up to but not including `end`. */
export type LocatedSection = {
  readonly article: Article;
  /** Reads the article, if it has not been read. */
  readonly section: () => Section;
  readonly first: number;
  readonly end: number;
  /** Position of the first one among the passages of its article, from 0. */
  readonly position: number;
  readonly isMarkedUp: boolean;
};

/** The passages of some articles, numbered in their order. */
export type PassageLocations = {
  readonly length: number;
  readonly sections: readonly LocatedSection[];
  /** By passage: number of its section. */
  readonly sectionOf: Int32Array;
  /** Numbers of the passages that are key facts. */
  readonly keyFacts: Int32Array;
  readonly at: (number: number) => PassageLocation | undefined;
  readonly numberOf: (place: LocatedPassage) => number | undefined;
};

export type LocatedPassage = Pick<PassageLocation, "article" | "passage">;

/** `layout`: of these articles. */
export function* locatePassages(
  articles: readonly Article[],
  layout: Layout,
): Steps<PassageLocations> {
  const located: LocatedSection[] = [];
  const startOf = new Map<Article, number>();
  let firstSize = 0;
  for (const [at, article] of articles.entries()) {
    const sizes = layout.sizes.subarray(firstSize, firstSize + (layout.sections[at] ?? 0));
    const isMarkedUp = ((layout.marks[at] ?? 0) & MARK.byEditor) !== 0;
    startOf.set(article, located.length);
    located.push(...sectionsOf({ article, sizes, isMarkedUp }, located.at(-1)?.end ?? 0));
    firstSize += sizes.length;
    yield;
  }
  const length = located.at(-1)?.end ?? 0;
  const sectionOf = new Int32Array(length);
  for (const [number, { first, end }] of located.entries()) sectionOf.fill(number, first, end);
  return {
    length,
    sections: located,
    sectionOf,
    keyFacts: layout.keyFacts,
    at(number) {
      const found = located[sectionOf[number] ?? -1];
      if (!found) return undefined;
      const { article, first, position, isMarkedUp } = found;
      const section = found.section();
      const passage = section.passages[number - first];
      if (!passage) return undefined;
      return { article, section, passage, position: position + number - first, isMarkedUp };
    },
    numberOf({ article, passage }) {
      for (let at = startOf.get(article) ?? located.length; at < located.length; at += 1) {
        const one = located[at];
        if (one?.article !== article) return undefined;
        const offset = one.section().passages.indexOf(passage);
        if (offset >= 0) return one.first + offset;
      }
      return undefined;
    },
  };
}

type LaidOut = {
  readonly article: Article;
  /** By section. */
  readonly sizes: Int32Array;
  readonly isMarkedUp: boolean;
};

/** `start`: number of the article's first passage. */
function sectionsOf({ article, sizes, isMarkedUp }: LaidOut, start: number): LocatedSection[] {
  const located: LocatedSection[] = [];
  let first = start;
  for (const [number, size] of sizes.entries()) {
    const end = first + size;
    const position = first - start;
    const section = () => sectionAt(article, number);
    if (size > 0) located.push({ article, section, first, end, position, isMarkedUp });
    first = end;
  }
  return located;
}

function sectionAt({ slug, sections }: Article, number: number): Section {
  const section = sections[number];
  if (!section) throw new Error(`the index is of another ${slug} → remove it and restart the bot`);
  return section;
}
