import { LRUCache } from "lru-cache";
import type { Database, RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import type {
  Archive,
  ArchiveSearch,
  ArchiveStatistics,
  FoundPassage,
} from "../../search/archive/archive.ts";
import type { ArchivedArticle } from "../../search/archive/archived-article.ts";
import {
  inverseDocumentFrequency,
  LENGTH_NORMALISATION,
  LOWER_BOUND,
  SATURATION,
} from "../../search/index/bm25.ts";
import { termForPerson } from "../../search/index/engine-documents.ts";
import { lookUpWords } from "./look-up-words.ts";
import { readArticle } from "./stored-body.ts";
import { ARCHIVE_FORM, isStorable, OLDEST_READABLE_FORM } from "./write-archive.ts";

/** Some tens of kilobytes each. */
const MAX_ARTICLES = 500;
/** How old statistics may be: a few articles more or less change no answer. */
const STATISTICS_MS = 60_000;
/** As many as readers look through, and enough for what all passages have in common. */
const LATEST = 20;

/** The archive in a database, which other replicas may write to. */
export function openDatabaseArchive({ run }: Database, now: () => number): Archive {
  const articles = openArticles(run);
  let known: { readonly at: number; readonly overview: Promise<Overview> } | undefined;
  function overview(): Promise<Overview> {
    if (known && now() - known.at < STATISTICS_MS) return known.overview;
    const asked = readOverview(run, articles);
    known = { at: now(), overview: asked };
    asked.catch(() => {
      known = undefined;
    });
    return asked;
  }
  return {
    statistics: async () => (await overview()).statistics,
    latest: async () => (await overview()).latest.map(({ article }) => article),
    articles: (slugs) => articles.bySlug(slugs),
    async lookUp(wanted) {
      const { statistics } = await overview();
      const own = statistics.get(wanted.language);
      const [words, pairs, searches] = await Promise.all([
        lookUpWords(run, wanted, articles.byId),
        findEach(wanted.pairs, (pair) => findTogether(run, wanted.language, pair)),
        findEach(wanted.searches, (search) => findPassages(run, wanted.language, search, own)),
      ]);
      const ids = [...pairs.values(), ...searches.values()].flat().map(({ article }) => article);
      const byId = await articles.byId(ids);
      return { ...words, pairs: passagesOf(pairs, byId), searches: passagesOf(searches, byId) };
    },
  };
}

type Overview = {
  readonly statistics: ReadonlyMap<string, ArchiveStatistics>;
  readonly latest: readonly ArchivedArticle[];
};

type StatisticsRow = {
  readonly language: string;
  readonly passages: number;
  readonly originals: number;
  readonly words: number;
  readonly documents: number;
  readonly terms: number;
};

async function readOverview(run: RunStatement, articles: Articles): Promise<Overview> {
  const [rows, ids] = await Promise.all([
    run<StatisticsRow>(sql`SELECT * FROM archive_statistics WHERE passages > 0`),
    run<{ readonly id: number }>(
      sql`SELECT id FROM archive_articles ORDER BY id DESC LIMIT ${LATEST}`,
    ),
  ]);
  const latest = [...(await articles.byId(ids.map(({ id }) => id))).values()];
  const statistics = rows.map((row): [string, ArchiveStatistics] => [
    row.language,
    {
      passages: row.passages,
      isOnlyTranslated: row.originals === 0,
      meanLength: row.words / row.passages,
      documents: row.documents,
      meanTerms: row.terms / row.documents,
      sample: passagesIn(latest, row.language),
    },
  ]);
  return { statistics: new Map(statistics), latest };
}

function passagesIn(articles: readonly ArchivedArticle[], language: string): FoundPassage[] {
  return articles.flatMap((article) =>
    article.texts.flatMap((own, text) =>
      own.article.language === language
        ? Array.from(own.pool.lengths, (_, position) => ({ article, text, position }))
        : [],
    ),
  );
}

export type ArticlesById = (
  ids: readonly number[],
) => Promise<ReadonlyMap<number, ArchivedArticle>>;

type Articles = {
  readonly byId: ArticlesById;
  readonly bySlug: (slugs: readonly string[]) => Promise<readonly ArchivedArticle[]>;
};

/** Read once for as long as they are in use: an article that changes gets another id. */
function openArticles(run: RunStatement): Articles {
  const known = new LRUCache<number, ArchivedArticle>({ max: MAX_ARTICLES });
  const byId: ArticlesById = async (ids) => {
    const wanted = new Set(ids);
    const found = new Map<number, ArchivedArticle>();
    for (const id of wanted) {
      const article = known.get(id);
      if (article) found.set(id, article);
    }
    const missing = [...wanted].filter((id) => !found.has(id));
    const rows = await (missing.length === 0
      ? []
      : run<{ readonly id: number; readonly body: Buffer }>(
          sql`
            SELECT id, body FROM archive_articles
            WHERE id = ANY(${missing}) AND form BETWEEN ${OLDEST_READABLE_FORM} AND ${ARCHIVE_FORM}`,
        ));
    for (const { id, body } of rows) {
      const article = readArticle(body);
      known.set(id, article);
      found.set(id, article);
    }
    return found;
  };
  return {
    byId,
    async bySlug(slugs) {
      const own = slugs.filter(isStorable);
      if (own.length === 0) return [];
      const rows = await run<{ readonly id: number }>(
        sql`SELECT id FROM archive_articles WHERE slug = ANY(${own})`,
      );
      return [...(await byId(rows.map(({ id }) => id))).values()];
    },
  };
}

type FoundDocument = {
  readonly article: number;
  readonly text: number;
  readonly first: number;
  readonly beyond: number;
};

async function findEach<Asked>(
  asked: ReadonlyMap<string, Asked>,
  find: (one: Asked) => Promise<readonly FoundDocument[]>,
): Promise<ReadonlyMap<string, readonly FoundDocument[]>> {
  return new Map(
    await Promise.all(Array.from(asked, async ([key, one]) => [key, await find(one)] as const)),
  );
}

/** Ranking looks at no more of a section. */
const MAX_OF_SECTION = 30;

function passagesOf(
  found: ReadonlyMap<string, readonly FoundDocument[]>,
  byId: ReadonlyMap<number, ArchivedArticle>,
): ReadonlyMap<string, readonly FoundPassage[]> {
  const passages = (documents: readonly FoundDocument[]) =>
    documents.flatMap(({ article: id, text, first, beyond }) => {
      const article = byId.get(id);
      const length = Math.min(beyond - first, MAX_OF_SECTION);
      return article
        ? Array.from({ length }, (_, at) => ({ article, text, position: first + at }))
        : [];
    });
  return new Map(Array.from(found, ([key, documents]) => [key, passages(documents)]));
}

/** Whether one of them has the words side by side is read from the passages. */
const MAX_TOGETHER = 20;

function findTogether(run: RunStatement, language: string, pair: readonly string[]) {
  return run<FoundDocument>(sql`
    SELECT article, text, first, beyond FROM archive_documents
    WHERE terms @> ${pair.filter(isStorable)}::text[] AND language = ${language} LIMIT ${MAX_TOGETHER}`);
}

/** Twice as many as ranking takes: it counts how often a term is there, which is not known here. */
const MAX_FOUND = 60;
/** The rarest; a question has hardly ever as many. */
const MAX_TERMS = 40;
/** Of each term: of a common one, any are as good as others. */
const MAX_DOCUMENTS = 20_000;

/** The documents with the highest BM25+ (`bm25`), as if each term was there once. */
async function findPassages(
  run: RunStatement,
  language: string,
  search: ArchiveSearch,
  statistics: ArchiveStatistics | undefined,
): Promise<readonly FoundDocument[]> {
  const terms = search.terms
    .filter(({ term }) => isStorable(term))
    .toSorted((one, other) => one.postings - other.postings)
    .slice(0, MAX_TERMS);
  if (!statistics || terms.length === 0) return [];
  const { reader, speakers } = search;
  const isRead = reader === undefined ? sql`text = 0` : sql`readers @> ${[reader]}::text[]`;
  const isSpoken = speakers
    ? sql`AND terms && ${speakers.map(termForPerson).filter(isStorable)}::text[]`
    : sql``;
  const hits = terms.map(({ term, share, postings }) => {
    const rarity = inverseDocumentFrequency(postings, statistics.documents);
    return sql`(SELECT article, text, first, beyond, cardinality(terms) AS size, ${share * Math.max(rarity, 0)}::float8 AS weight
      FROM archive_documents WHERE terms @> ${[term]}::text[] AND language = ${language} AND ${isRead} ${isSpoken}
      LIMIT ${MAX_DOCUMENTS})`;
  });
  const all = hits.reduce((before, hit): Statement => sql`${before} UNION ALL ${hit}`);
  return run<FoundDocument>(sql`
    SELECT article, text, first, beyond FROM (${all}) AS hits
    GROUP BY article, text, first, beyond
    ORDER BY sum(weight * (${LOWER_BOUND}::float8 + ${SATURATION + 1}::float8 / (1 + ${SATURATION}::float8 *
      (${1 - LENGTH_NORMALISATION}::float8 + ${LENGTH_NORMALISATION}::float8 * size / ${statistics.meanTerms}::float8)))) DESC
    LIMIT ${MAX_FOUND}`);
}
