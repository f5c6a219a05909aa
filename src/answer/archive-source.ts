import type { ArticleScope } from "../article/article-scope.ts";
import { once } from "../languages/once.ts";
import type {
  Archive,
  ArchiveSources,
  FoundScope,
  ArchiveStatistics,
  Wanted,
  WholeArticle,
} from "../search/archive/archive.ts";
import {
  addFound,
  type ArchiveFacts,
  noFacts,
  nothingMissing,
  toLookUp,
} from "../search/archive/archive-facts.ts";
import {
  articlesOfPeople,
  foundPassages,
  meaningInCommon,
} from "../search/archive/archive-index.ts";
import type { ArchivedArticle } from "../search/archive/archived-article.ts";
import { type KnownIndexes, openArchivePassages } from "../search/archive/archive-passages.ts";
import { openArticles } from "../search/archive/opened-articles.ts";
import { searchInSteps } from "../search/search.ts";
import { catalogueOfArchive } from "./archive/catalogue.ts";
import { answersFrom } from "./answer-question.ts";
import { type CandidateSource, type Gathered, NotFetched } from "./candidate-source.ts";
import type { KnownSuggestions } from "./respond/suggest-questions.ts";

/** Answers from an archive: only what a question needs of it is fetched. */
export function openArchiveSource(archive: Archive): CandidateSource {
  const kept: Kept = {
    inCommon: new WeakMap(),
    indexes: new WeakMap(),
    suggestions: new WeakMap(),
  };

  return async (_question, context = {}, within) => {
    const slugs = [within, context.article].filter((slug) => slug !== undefined);
    const [statistics, sources, scoped, latest] = await Promise.all([
      archive.statistics(),
      archive.sources(),
      archive.articles(slugs),
      archive.latest(),
    ]);
    const facts = Array.from(statistics, ([language, own]) =>
      noFacts({ language, statistics: own, inCommon: inCommonOf(own, language, kept) }),
    );
    const wholes = [...scoped, ...latest];
    const scopes: KnownScopes = new Map();
    return gather({ archive, kept, sources, facts, scopes, wholes, rounds: MAX_ROUNDS });
  };
}

/** What stays the same for all questions, for as long as the articles are in use. */
type Kept = {
  readonly inCommon: WeakMap<ArchiveStatistics, () => Float64Array>;
  readonly indexes: KnownIndexes;
  readonly suggestions: KnownSuggestions;
};

function inCommonOf(statistics: ArchiveStatistics, language: string, { inCommon }: Kept) {
  const known =
    inCommon.get(statistics) ?? once(() => meaningInCommon(statistics.sample, language));
  inCommon.set(statistics, known);
  return known;
}

/** By the scope as JSON. */
type KnownScopes = Map<string, FoundScope>;

type Gathering = {
  readonly archive: Archive;
  readonly kept: Kept;
  readonly sources: ArchiveSources;
  readonly scopes: KnownScopes;
  readonly facts: readonly ArchiveFacts[];
  /** The conversation's article, the latest, and those that the answer needs as a whole. */
  readonly wholes: readonly WholeArticle[];
  /** How often more may be fetched. */
  readonly rounds: number;
};

/**
 * The words of a question are looked up, then what they were corrected to, then its passages, then the articles of those
 * shown; a follow-up may need as much again. What is still missing then counts as not there.
 */
const MAX_ROUNDS = 10;

function gather(gathering: Gathering): Gathered {
  const { archive, kept, sources, facts, scopes, wholes, rounds } = gathering;
  const missing = facts.map(({ language }) => nothingMissing(language));
  const needed = new Set<ArchivedArticle>();
  const found = facts.flatMap(foundPassages);
  const ofScopes = [...scopes.values()].flatMap((own) => [...own.articles, ...own.nearest]);
  const partial = [...facts.flatMap(articlesOfPeople), ...ofScopes];
  const neededScopes = new Map<string, ArticleScope>();
  const opened = openArticles({
    wholes,
    partial,
    found,
    onNeeded: (article) => needed.add(article),
  });
  const { articles } = opened;
  const index = openArchivePassages(articles, { facts, missing, indexes: kept.indexes, opened });
  const archived = [...wholes.map((one) => one.archived), ...found.map(({ article }) => article)];
  const toFetch = () => (rounds > 0 ? missing.map(toLookUp) : []);
  const findScope = (scope: ArticleScope): FoundScope => {
    const key = JSON.stringify(scope);
    const known = scopes.get(key);
    if (!known) neededScopes.set(key, scope);
    return known ?? { articles: [], nearest: [] };
  };
  const answers = answersFrom(articles, index, {
    *search(...asked) {
      const findings = yield* searchInSteps(...asked);
      if (rounds > 0 && neededScopes.size > 0) throw new NotFetched();
      if (toFetch().some(isWanted)) throw new NotFetched();
      return findings;
    },
    suggestions: kept.suggestions,
    catalogueIn: (language) => catalogueOfArchive(language, { sources, findScope, opened }),
    hasSeveralSpeakers: () => archived.some((one) => one.hasSeveralSpeakers),
  });
  return {
    answers,
    more() {
      if (rounds === 0) return undefined;
      if (neededScopes.size > 0) return lookUpScopes(neededScopes);
      const wanted = toFetch();
      if (wanted.some(isWanted)) return lookUp(wanted);
      return needed.size === 0 ? undefined : complete([...needed]);
    },
  };

  async function lookUpScopes(wanted: ReadonlyMap<string, ArticleScope>): Promise<Gathered> {
    await Promise.all(
      Array.from(wanted, async ([key, scope]) => scopes.set(key, await archive.inScope(scope))),
    );
    return gather({ ...gathering, rounds: rounds - 1 });
  }

  async function lookUp(wanted: readonly (Wanted | undefined)[]): Promise<Gathered> {
    await Promise.all(
      facts.map(async (own, number) => {
        const its = wanted[number];
        if (its) addFound(own, its, await archive.lookUp(its));
      }),
    );
    return gather({ ...gathering, rounds: rounds - 1 });
  }

  async function complete(parts: readonly ArchivedArticle[]): Promise<Gathered> {
    const own = await archive.wholes(parts);
    const next = { ...gathering, wholes: [...wholes, ...own], rounds: rounds - 1 };
    // One that has gone may have a new version, which has not been looked for.
    return gather(own.length < parts.length ? { ...next, ...nothingFound(facts) } : next);
  }
}

function nothingFound(facts: readonly ArchiveFacts[]): Pick<Gathering, "facts" | "scopes"> {
  return { facts: facts.map(noFacts), scopes: new Map() };
}

function isWanted(wanted: Wanted | undefined): boolean {
  return wanted !== undefined;
}
