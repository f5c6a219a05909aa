import type { Article } from "../article/article.ts";
import { articleIn } from "../article/translation.ts";
import type { Language } from "../languages/language.ts";
import { once } from "../languages/once.ts";
import type { Archive, ArchiveStatistics } from "../search/archive/archive.ts";
import {
  addFound,
  type ArchiveFacts,
  type Missing,
  noFacts,
  nothingMissing,
  toLookUp,
} from "../search/archive/archive-facts.ts";
import {
  foundArticles,
  meaningInCommon,
  openArchiveIndex,
  passageJoiner,
} from "../search/archive/archive-index.ts";
import type { LanguageIndex } from "../search/index/language-index.ts";
import { indexPassages, type PassageIndex } from "../search/index/passage-index.ts";
import { answersFrom } from "./answer-question.ts";
import type { CandidateSource, Gathered } from "./candidate-source.ts";
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
    const [statistics, scoped, latest] = await Promise.all([
      archive.statistics(),
      archive.articles(slugs),
      archive.latest(),
    ]);
    const facts = Array.from(statistics, ([language, own]) =>
      noFacts({ language, statistics: own, inCommon: inCommonOf(own, language, kept) }),
    );
    const articles = [...scoped.map(({ article }) => article), ...latest];
    return gather({ archive, kept, facts, articles });
  };
}

/** What stays the same for all questions, for as long as the articles are in use. */
type Kept = {
  readonly inCommon: WeakMap<ArchiveStatistics, () => Float64Array>;
  /** Of each article by itself. */
  readonly indexes: WeakMap<Article, readonly LanguageIndex[]>;
  readonly suggestions: KnownSuggestions;
};

function inCommonOf(statistics: ArchiveStatistics, language: string, { inCommon }: Kept) {
  const known =
    inCommon.get(statistics) ?? once(() => meaningInCommon(statistics.sample, language));
  inCommon.set(statistics, known);
  return known;
}

type Gathering = {
  readonly archive: Archive;
  readonly kept: Kept;
  readonly facts: readonly ArchiveFacts[];
  /** The conversation's, and the latest. */
  readonly articles: readonly Article[];
};

function gather(gathering: Gathering): Gathered {
  const { archive, kept, facts } = gathering;
  const missing = facts.map(({ language }) => nothingMissing(language));
  const articles = articlesOf(gathering);
  const index = openIndex(articles, { facts, missing, kept, join: passageJoiner() });
  const answers = answersFrom(articles, index, { suggestions: kept.suggestions });
  return {
    answers,
    more() {
      const wanted = missing.map(toLookUp);
      if (wanted.every((one) => one === undefined)) return undefined;
      return lookUp();

      async function lookUp(): Promise<Gathered> {
        await Promise.all(
          facts.map(async (own, number) => {
            const its = wanted[number];
            if (its) addFound(own, its, await archive.lookUp(its));
          }),
        );
        return gather(gathering);
      }
    },
  };
}

/** Each once. */
function articlesOf({ articles, facts }: Gathering): readonly Article[] {
  const all = [...articles, ...facts.flatMap(foundArticles).map(({ article }) => article)];
  return [...new Map(all.map((article) => [article.slug, article])).values()];
}

type Known = {
  readonly facts: readonly ArchiveFacts[];
  readonly missing: readonly Missing[];
  readonly kept: Kept;
  readonly join: ReturnType<typeof passageJoiner>;
};

/** `reader`: the language of the reader, who gets translations into it. */
function openIndex(articles: readonly Article[], known: Known, reader?: Language): PassageIndex {
  const { facts, missing, kept, join } = known;
  const everything = once(() =>
    facts.flatMap((own, number) => {
      if (own.statistics.isOnlyTranslated && own.language !== reader) return [];
      const lacks = missing[number] ?? nothingMissing(own.language);
      return [openArchiveIndex({ facts: own, missing: lacks, reader, joined: join(own, reader) })];
    }),
  );
  return {
    languageIndexesFor(slug) {
      if (slug === undefined) return everything();
      const article = articles.find((one) => one.slug === slug);
      const text = article && (reader === undefined ? article : articleIn(article, reader));
      return text ? indexesOf(text, kept) : [];
    },
    *prepare() {},
    readIn: (language) => openIndex(articles, known, language),
  };
}

function indexesOf(article: Article, { indexes }: Kept): readonly LanguageIndex[] {
  const known = indexes.get(article) ?? indexPassages([article]).languageIndexesFor(undefined);
  indexes.set(article, known);
  return known;
}
