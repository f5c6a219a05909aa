import type { Database, RunStatement } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import { findScope, readSources } from "./article-scopes.ts";
import type { Archive, ArchiveSources, ArchiveStatistics } from "../../search/archive/archive.ts";
import { type Articles, openArticlesById } from "./articles-by-id.ts";
import { findPassages } from "./find-passages.ts";
import { lookUpWords } from "./look-up-words.ts";

/** How old statistics may be: a few articles more or less change no answer. */
const STATISTICS_MS = 60_000;
/** An edit shows by then. */
const LATEST_MS = 2000;
/** As many as readers look through, and enough for what all passages have in common. */
const LATEST = 20;

/** The archive in a database, which other replicas may write to. `mostLatest`: how many articles are always at hand. */
export function openDatabaseArchive(
  { run }: Pick<Database, "run">,
  now: () => number,
  mostLatest = LATEST,
): Archive {
  const articles = openArticlesById(run);
  const overview = keptOverview(run, { articles, mostLatest }, now);
  return {
    statistics: async () => (await overview()).statistics,
    latest: async () => (await overview()).latest,
    articles: articles.wholesBySlug,
    wholes: (own) => articles.wholesById(own.map(({ id }) => id)),
    sources: async () => (await overview()).sources,
    inScope: async (scope) =>
      findScope(run, scope, { articles, sources: (await overview()).sources }),
    async lookUp(wanted) {
      const { statistics, sources } = await overview();
      const [words, passages] = await Promise.all([
        lookUpWords(run, wanted, articles),
        findPassages(run, wanted, {
          statistics: statistics.get(wanted.language),
          sources,
          articles,
        }),
      ]);
      return { ...words, ...passages };
    },
  };
}

type Overview = {
  readonly readAt: number;
  readonly statistics: ReadonlyMap<string, ArchiveStatistics>;
  readonly latest: Awaited<ReturnType<typeof readLatest>>;
  readonly sources: ArchiveSources;
};

/** The same one as long as the latest articles are the same and the statistics are young enough. */
function keptOverview(
  run: RunStatement,
  latestOf: LatestOf,
  now: () => number,
): () => Promise<Overview> {
  let known: { readonly at: number; readonly overview: Promise<Overview> } | undefined;

  async function refresh(before: Overview | undefined): Promise<Overview> {
    const latest = await readLatest(run, latestOf);
    const isSame = before && sameMembers(before.latest, latest);
    if (isSame && now() - before.readAt < STATISTICS_MS) return before;
    const [statistics, sources] = await Promise.all([
      readStatistics(run, latest),
      readSources(run),
    ]);
    return { readAt: now(), latest, statistics, sources };
  }
  return () => {
    if (known && now() - known.at < LATEST_MS) return known.overview;
    const overview = Promise.resolve(known?.overview).then(refresh);
    known = { at: now(), overview };
    overview.catch(() => {
      known = undefined;
    });
    return overview;
  };
}

function sameMembers<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

type StatisticsRow = {
  readonly language: string;
  readonly passages: number;
  readonly originals: number;
  readonly words: number;
  readonly documents: number;
  readonly terms: number;
};

type LatestOf = { readonly articles: Articles; readonly mostLatest: number };

/** Once more if one has changed meanwhile: it may be the only one. */
async function readLatest(
  run: RunStatement,
  { articles, mostLatest }: LatestOf,
): ReturnType<Articles["wholesById"]> {
  const read = async () => {
    const ids = await run<{ readonly id: number }>(
      sql`SELECT id FROM archive_articles ORDER BY day DESC NULLS LAST, id DESC LIMIT ${mostLatest}`,
    );
    const wholes = await articles.wholesById(ids.map(({ id }) => id));
    return { wholes, areAllThere: wholes.length === ids.length };
  };
  const first = await read();
  return first.areAllThere ? first.wholes : (await read()).wholes;
}

async function readStatistics(
  run: RunStatement,
  latest: Awaited<ReturnType<typeof readLatest>>,
): Promise<ReadonlyMap<string, ArchiveStatistics>> {
  const rows = await run<StatisticsRow>(sql`SELECT * FROM archive_statistics WHERE passages > 0`);
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
  return new Map(statistics);
}
