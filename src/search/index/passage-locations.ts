import { runSteps, type Steps } from "../analysis/steps.ts";
import type { Article, Passage, Section } from "../../article/article.ts";

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
  readonly section: Section;
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
  readonly at: (number: number) => PassageLocation | undefined;
  readonly numberOf: (passage: Passage) => number | undefined;
};

export function locatePassages(articles: readonly Article[]): PassageLocations {
  return runSteps(locatePassagesInSteps(articles));
}

export function* locatePassagesInSteps(articles: readonly Article[]): Steps<PassageLocations> {
  const located: LocatedSection[] = [];
  for (const article of articles) {
    located.push(...sectionsOf(article, located.at(-1)?.end ?? 0));
    yield;
  }
  const length = located.at(-1)?.end ?? 0;
  const sectionOf = new Int32Array(length);
  for (const [number, { first, end }] of located.entries()) sectionOf.fill(number, first, end);
  return {
    length,
    sections: located,
    sectionOf,
    at(number) {
      const found = located[sectionOf[number] ?? -1];
      const passage = found?.section.passages[number - found.first];
      if (!found || !passage) return undefined;
      const { article, section, first, position, isMarkedUp } = found;
      return { article, section, passage, position: position + number - first, isMarkedUp };
    },
    numberOf(passage) {
      for (const { section, first } of located) {
        const at = section.passages.indexOf(passage);
        if (at >= 0) return first + at;
      }
      return undefined;
    },
  };
}

/** `start`: number of the article's first passage. */
function sectionsOf(article: Article, start: number): LocatedSection[] {
  const isMarkedUp = isByEditor(article);
  const located: LocatedSection[] = [];
  let first = start;
  for (const section of article.sections) {
    const end = first + section.passages.length;
    const position = first - start;
    if (end > first) located.push({ article, section, first, end, position, isMarkedUp });
    first = end;
  }
  return located;
}

/** Leads and keywords are what only an editor writes. */
function isByEditor({ sections }: Article): boolean {
  return sections.some(({ passages }) =>
    passages.some(({ lead, keywords }) => lead !== undefined || keywords.length > 0),
  );
}
