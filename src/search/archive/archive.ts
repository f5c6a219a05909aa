import type { Article } from "../../article/article.ts";
import type { NameInText } from "../analysis/names-by-sound.ts";
import type { SearchedPassages } from "../index/language-index.ts";
import type { ArticleScope } from "../../article/article-scope.ts";
import type { ArchivedArticle, ArchivedPassage } from "./archived-article.ts";

/**
 * More articles than a process holds. A question is answered from what is fetched of them: how often its words are
 * used, who is named so, and the passages that its words find.
 */
export type Archive = {
  /** By language of its texts; none without any article. May be some minutes old. */
  readonly statistics: () => Promise<ReadonlyMap<string, ArchiveStatistics>>;
  readonly lookUp: (wanted: Wanted) => Promise<Found>;
  /** Those that there are, of these slugs. */
  readonly articles: (slugs: readonly string[]) => Promise<readonly WholeArticle[]>;
  /** With all of their passages; without those that have changed or gone. */
  readonly wholes: (articles: readonly ArchivedArticle[]) => Promise<readonly WholeArticle[]>;
  readonly sources: () => Promise<ArchiveSources>;
  readonly inScope: (scope: ArticleScope) => Promise<FoundScope>;
  /** The latest articles, for readers who ask what there is. */
  readonly latest: () => Promise<readonly WholeArticle[]>;
};

/** Names of publishers, and of the sections of papers. May be some minutes old. */
export type ArchiveSources = {
  readonly publishers: readonly string[];
  readonly sections: readonly string[];
};

/** The same article in both forms. */
export type WholeArticle = { readonly archived: ArchivedArticle; readonly article: Article };

/** Of all texts in a language. */
export type ArchiveStatistics = {
  readonly passages: number;
  /** All of them are translations, which only readers of the language get. */
  readonly isOnlyTranslated: boolean;
  /** Mean number of words of a passage. */
  readonly meanLength: number;
  /** Passages, sections and key facts, and the mean number of their terms. */
  readonly documents: number;
  readonly meanTerms: number;
  /** Some of them, for what all have in common. */
  readonly sample: readonly FoundPassage[];
};

/** What is to be looked up for a question, in a language. */
export type Wanted = {
  readonly language: string;
  /** How many passages have them. */
  readonly terms: ReadonlySet<string>;
  /** Terms: their other forms. */
  readonly relatives: ReadonlySet<string>;
  /** Terms: who is named or described with them. */
  readonly people: ReadonlySet<string>;
  /** Folded words: whether they are used in this form. */
  readonly words: ReadonlySet<string>;
  /** Folded words: which ones they may be typos of. */
  readonly typos: ReadonlySet<string>;
  /** Words: whose name sounds so, and which names in the texts do. */
  readonly sounds: ReadonlySet<string>;
  /** Terms that may be next to each other in a passage. */
  readonly pairs: ReadonlyMap<string, readonly [string, string]>;
  readonly searches: ReadonlyMap<string, ArchiveSearch>;
};

export type ArchiveSearch = SearchedPassages & {
  /** The language of the reader, who gets translations into it; `undefined` for the articles as published. */
  readonly reader: string | undefined;
};

/** What an archive has of a scope. */
export type FoundScope = {
  /** The latest of them. */
  readonly articles: readonly ArchivedArticle[];
  /** If there are none: those before and after the days of the scope, of the same publisher and section. */
  readonly nearest: readonly ArchivedArticle[];
};

/** Empty where nothing is known: what was wanted and is not here is not in the archive. */
export type Found = {
  /** For each term that some text has: the number of passages with it, which may be 0. */
  readonly terms: ReadonlyMap<string, number>;
  /** Other forms of the terms that were wanted. */
  readonly relatives: ReadonlyMap<string, readonly string[]>;
  readonly people: ReadonlyMap<string, readonly FoundPerson[]>;
  readonly words: ReadonlySet<string>;
  /** Words that a typo may stand for, with their number of uses. */
  readonly typos: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly soundAlike: ReadonlyMap<string, readonly FoundPerson[]>;
  readonly names: ReadonlyMap<string, readonly NameInText[]>;
  readonly pairs: ReadonlyMap<string, readonly FoundPassage[]>;
  readonly searches: ReadonlyMap<string, readonly FoundPassage[]>;
};

/** `article`: one that names them; `passages`: in how many passages they speak or are mentioned. */
export type FoundPerson = {
  readonly id: string;
  readonly article: ArchivedArticle;
  readonly passages: number;
};

/** `text`: its number among the texts of the article. */
export type FoundPassage = {
  readonly article: ArchivedArticle;
  readonly text: number;
  readonly position: number;
  readonly archived: ArchivedPassage;
};
