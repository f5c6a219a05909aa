import { groupedBy } from "../../article/grouped-by.ts";
import type { RunStatement } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import type { ArticleScope } from "../../article/article-scope.ts";
import { idsInScope } from "./article-scopes.ts";
import type {
  ArchiveSources,
  ArchiveStatistics,
  Found,
  Wanted,
} from "../../search/archive/archive.ts";
import {
  bestPassages,
  type ListsOf,
  type PassagePlace,
  passagesWithBoth,
} from "../../search/archive/best-passages.ts";
import { termForPerson } from "../../search/index/engine-documents.ts";
import type { Articles } from "./articles-by-id.ts";
import { isStorable } from "./storable.ts";

type Parts = {
  readonly statistics: ArchiveStatistics | undefined;
  readonly sources: ArchiveSources;
  readonly articles: Articles;
};

/** Whether one of them has the words side by side is read from the passages. */
const MAX_TOGETHER = 20;

type FoundPassages = Pick<Found, "pairs" | "searches">;

/** Chooses passages by what is known of where terms are, then fetches these; once more if some have changed meanwhile. */
export async function findPassages(
  run: RunStatement,
  wanted: Wanted,
  parts: Parts,
): Promise<FoundPassages> {
  const first = await findOnce(run, wanted, parts);
  return first.areAllThere ? first : findOnce(run, wanted, parts);
}

async function findOnce(
  run: RunStatement,
  { language, pairs, searches }: Wanted,
  { statistics, sources, articles }: Parts,
): Promise<FoundPassages & { readonly areAllThere: boolean }> {
  const asked = Array.from(searches.values(), ({ terms, speakers = [] }) => [
    ...terms.map(({ term }) => term),
    ...speakers.map(termForPerson),
  ]);
  const terms = new Set([...asked, ...pairs.values()].flat());
  const scopes = [...new Set(Array.from(searches.values(), ({ within }) => within ?? []).flat())];
  const [listsOf, ...ids] = await Promise.all([
    readLists(run, language, terms),
    ...scopes.map((scope) => idsInScope(run, scope, sources)),
  ]);
  const idsOf = (scope: ArticleScope | undefined) => scope && ids[scopes.indexOf(scope)];
  const collection = {
    documents: statistics?.documents ?? 0,
    meanLength: statistics?.meanTerms ?? 1,
  };
  const places = {
    pairs: mapped(pairs, (pair) => passagesWithBoth(pair, listsOf, MAX_TOGETHER)),
    searches: mapped(searches, (search) =>
      bestPassages(search, { collection, listsOf, articles: idsOf(search.within) }),
    ),
  };
  const all = [...places.pairs.values(), ...places.searches.values()].flat();
  const distinct = [...new Map(all.map((place) => [keyOf(place), place])).values()];
  const fetched = await articles.passagesAt(distinct);
  const byKey = new Map(fetched.map((found) => [keyOf(found.place), found]));
  const passagesOf = (own: readonly PassagePlace[]) =>
    own.flatMap((place) => byKey.get(keyOf(place)) ?? []);
  return {
    pairs: mapped(places.pairs, passagesOf),
    searches: mapped(places.searches, passagesOf),
    areAllThere: fetched.length === distinct.length,
  };
}

function mapped<From, To>(
  map: ReadonlyMap<string, From>,
  change: (value: From) => To,
): Map<string, To> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}

function keyOf({ article, text, position }: PassagePlace): string {
  return `${article}/${text}/${position}`;
}

/** Of each term; with some hundred postings each. Where a term has more, the latest articles have to do. */
const MAX_LISTS = 100;

type ListRow = { readonly term: string; readonly list: Buffer };

async function readLists(
  run: RunStatement,
  language: string,
  terms: ReadonlySet<string>,
): Promise<ListsOf> {
  const asked = [...terms].filter(isStorable);
  const rows =
    asked.length === 0
      ? []
      : await run<ListRow>(
          sql`
            SELECT asked.term, own.list FROM unnest(${asked}::text[]) AS asked (term)
            CROSS JOIN LATERAL (
              SELECT list FROM archive_postings WHERE language = ${language} AND term = asked.term
              ORDER BY first_article DESC LIMIT ${MAX_LISTS}
            ) AS own`,
        );
  const lists = groupedBy(rows, ({ term }) => term);
  return (term) => (lists.get(term) ?? []).map(({ list }) => list);
}
