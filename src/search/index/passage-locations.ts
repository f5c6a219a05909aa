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
  const sections = articles.flatMap(locateSections);
  let length = 0;
  const located = sections.map(({ passages, ...section }): LocatedSection => {
    const first = length;
    length += passages;
    return { ...section, first, end: length };
  });
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

function locateSections(article: Article) {
  const isMarkedUp = isByEditor(article);
  let position = 0;
  return article.sections.flatMap((section) => {
    const passages = section.passages.length;
    const located = { article, section, position, isMarkedUp, passages };
    position += passages;
    return passages === 0 ? [] : [located];
  });
}

/** Leads and keywords are what only an editor writes. */
function isByEditor({ sections }: Article): boolean {
  return sections.some(({ passages }) =>
    passages.some(({ lead, keywords }) => lead !== undefined || keywords.length > 0),
  );
}
