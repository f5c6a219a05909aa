import type { Database, RunStatement } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import type { Archive, ArchiveStatistics, WholeArticle } from "../../search/archive/archive.ts";
import { type Articles, openArticlesById } from "./articles-by-id.ts";
import { findPassages } from "./find-passages.ts";
import { lookUpWords } from "./look-up-words.ts";

/** How old statistics may be: a few articles more or less change no answer. */
const STATISTICS_MS = 60_000;
/** As many as readers look through, and enough for what all passages have in common. */
const LATEST = 20;

/** The archive in a database, which other replicas may write to. */
export function openDatabaseArchive({ run }: Database, now: () => number): Archive {
  const articles = openArticlesById(run);
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
    latest: async () => (await overview()).latest,
    articles: articles.wholesBySlug,
    wholes: (own) => articles.wholesById(own.map(({ id }) => id)),
    async lookUp(wanted) {
      const { statistics } = await overview();
      const [words, passages] = await Promise.all([
        lookUpWords(run, wanted, articles),
        findPassages(run, wanted, { statistics: statistics.get(wanted.language), articles }),
      ]);
      return { ...words, ...passages };
    },
  };
}

type Overview = {
  readonly statistics: ReadonlyMap<string, ArchiveStatistics>;
  readonly latest: readonly WholeArticle[];
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
      sql`SELECT id FROM archive_articles ORDER BY day DESC NULLS LAST, id DESC LIMIT ${LATEST}`,
    ),
  ]);
  const latest = await articles.wholesById(ids.map(({ id }) => id));
  const passages = latest.flatMap((one) => one.passages);
  const statistics = rows.map((row): [string, ArchiveStatistics] => [
    row.language,
    {
      passages: row.passages,
      isOnlyTranslated: row.originals === 0,
      meanLength: row.words / row.passages,
      documents: row.documents,
      meanTerms: row.terms / row.documents,
      sample: passages.filter(
        ({ article, text }) => article.texts[text]?.article.language === row.language,
      ),
    },
  ]);
  return { statistics: new Map(statistics), latest };
}
