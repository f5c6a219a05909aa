import type { ArticleScope, DayRange } from "../../article/article-scope.ts";
import { foldName } from "../../article/fold-name.ts";
import type { RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import type { ArchiveSources, FoundScope } from "../../search/archive/archive.ts";
import type { Articles } from "./articles-by-id.ts";

type IdRow = { readonly id: number };

/** More names than an archive has. */
const MAX_NAMES = 1000;

export async function readSources(run: RunStatement): Promise<ArchiveSources> {
  const [publishers, sections] = await Promise.all([
    readNames(run, sql`publisher`),
    readNames(run, sql`section`),
  ]);
  return { publishers, sections };
}

/** Steps from name to name along the index of the column: there are few among many articles. */
async function readNames(run: RunStatement, column: Statement): Promise<string[]> {
  const rows = await run<{ readonly name: string }>(sql`
    WITH RECURSIVE names AS (
      (SELECT ${column} AS name FROM archive_articles WHERE ${column} IS NOT NULL ORDER BY ${column} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${column} FROM archive_articles WHERE ${column} > names.name ORDER BY ${column} LIMIT 1)
      FROM names WHERE names.name IS NOT NULL
    )
    SELECT name FROM names WHERE name IS NOT NULL LIMIT ${MAX_NAMES}`);
  return rows.map(({ name }) => name);
}

/** As many as a list of articles shows. */
const MAX_LISTED = 50;
/** Of those before the days asked for, and after: two on the same day may be in different languages. */
const MAX_NEAREST = 2;

export async function findScope(
  run: RunStatement,
  scope: ArticleScope,
  { articles, sources }: { readonly articles: Articles; readonly sources: ArchiveSources },
): Promise<FoundScope> {
  const rows = await run<IdRow>(sql`
    SELECT id FROM archive_articles WHERE ${isIn(scope, sources)}
    ORDER BY day DESC NULLS LAST, id DESC LIMIT ${MAX_LISTED}`);
  const found = await inOrder(rows, articles);
  if (found.length > 0 || !scope.days) return { articles: found, nearest: [] };
  const { days, ...others } = scope;
  const { from, to } = daysOf(days);
  const isOther = isIn(others, sources);
  const nearest = await run<IdRow>(sql`
    (SELECT id FROM archive_articles WHERE ${isOther} AND day < ${from} ORDER BY day DESC LIMIT ${MAX_NEAREST})
    UNION ALL
    (SELECT id FROM archive_articles WHERE ${isOther} AND day > ${to} ORDER BY day LIMIT ${MAX_NEAREST})`);
  return { articles: [], nearest: await inOrder(nearest, articles) };
}

async function inOrder(rows: readonly IdRow[], articles: Articles) {
  const byId = await articles.byId(rows.map(({ id }) => id));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

/** More than a paper publishes in a year; of more, the latest. */
const MAX_SEARCHED = 50_000;

/** Ids of the articles to search. */
export async function idsInScope(
  run: RunStatement,
  scope: ArticleScope,
  sources: ArchiveSources,
): Promise<ReadonlySet<number>> {
  const rows = await run<IdRow>(sql`
    SELECT id FROM archive_articles WHERE ${isIn(scope, sources)}
    ORDER BY day DESC NULLS LAST, id DESC LIMIT ${MAX_SEARCHED}`);
  return new Set(rows.map(({ id }) => id));
}

function isIn({ days, publisher, section }: ArticleScope, sources: ArchiveSources): Statement {
  const { from, to } = daysOf(days ?? { from: -Infinity, to: Infinity });
  const isThen = days ? sql`day BETWEEN ${from} AND ${to}` : sql`true`;
  const isBy =
    publisher === undefined
      ? sql`true`
      : sql`publisher = ANY(${alike(publisher, sources.publishers)}::text[])`;
  const isOf =
    section === undefined
      ? sql`true`
      : sql`section = ANY(${alike(section, sources.sections)}::text[])`;
  return sql`${isThen} AND ${isBy} AND ${isOf}`;
}

/** The same name, however it is written. */
function alike(name: string, names: readonly string[]): string[] {
  return names.filter((one) => foldName(one) === foldName(name));
}

/** The farthest days that fit in an integer of the database. */
const FARTHEST = 2 ** 31 - 1;

function daysOf({ from, to }: DayRange): DayRange {
  return { from: Math.max(from, -FARTHEST), to: Math.min(to, FARTHEST) };
}
