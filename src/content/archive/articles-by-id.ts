import { LRUCache } from "lru-cache";
import { groupedBy } from "../../article/grouped-by.ts";
import type { RunStatement } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import type { FoundPassage, WholeArticle } from "../../search/archive/archive.ts";
import { type ArchivedArticle, joinArticle } from "../../search/archive/archived-article.ts";
import type { PassagePlace } from "../../search/archive/best-passages.ts";
import { tellOthersWords } from "../others-words.ts";
import { ARCHIVE_FORM, OLDEST_READABLE_FORM } from "./archive-form.ts";
import { isStorable } from "./storable.ts";
import { readArticle, readPassage } from "./stored-parts.ts";

/** Those of an archive in a database, kept for as long as they are in use: an article that changes gets another id. */
export type Articles = {
  readonly byId: (ids: readonly number[]) => Promise<ReadonlyMap<number, ArchivedArticle>>;
  readonly wholesById: (ids: readonly number[]) => Promise<readonly KnownArticle[]>;
  readonly wholesBySlug: (slugs: readonly string[]) => Promise<readonly WholeArticle[]>;
  /** Without those that have gone since. */
  readonly passagesAt: (places: readonly PassagePlace[]) => Promise<readonly PlacedPassage[]>;
};

type PlacedPassage = FoundPassage & { readonly place: PassagePlace };

type KnownArticle = WholeArticle & { readonly passages: readonly FoundPassage[] };

/** Some kilobytes each. */
const MAX_KNOWN = 300;
/** Some hundred kilobytes each. */
const MAX_KNOWN_WHOLE = 20;

type ArticleRow = { readonly id: number; readonly body: Buffer };
type PassageRow = PassagePlace & { readonly body: Buffer };

export function openArticlesById(run: RunStatement): Articles {
  const known = new LRUCache<number, ArchivedArticle>({ max: MAX_KNOWN });
  const knownWhole = new LRUCache<number, KnownArticle>({ max: MAX_KNOWN_WHOLE });

  async function byId(ids: readonly number[]): Promise<Map<number, ArchivedArticle>> {
    const found = new Map<number, ArchivedArticle>();
    for (const id of ids) {
      const article = known.get(id);
      if (article) found.set(id, article);
    }
    const missing = [...new Set(ids)].filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const rows = await run<ArticleRow>(
      sql`
            SELECT id, body FROM archive_articles
            WHERE id = ANY(${missing}::integer[]) AND form BETWEEN ${OLDEST_READABLE_FORM} AND ${ARCHIVE_FORM}`,
    );
    for (const { id, body } of rows) {
      const article = readArticle(id, body);
      known.set(id, article);
      found.set(id, article);
    }
    return found;
  }

  async function wholesById(ids: readonly number[]): Promise<readonly KnownArticle[]> {
    const missing = [...new Set(ids)].filter((id) => !knownWhole.has(id));
    if (missing.length > 0) {
      const [articles, rows] = await Promise.all([
        byId(missing),
        run<PassageRow>(
          sql`
            SELECT article, text, position, body FROM archive_passages
            WHERE article = ANY(${missing}::integer[]) ORDER BY article, text, position`,
        ),
      ]);
      const passages = groupedBy(passagesIn(rows, articles), ({ article }) => article);
      for (const [id, archived] of articles) {
        const own = passages.get(archived) ?? [];
        // What is known of an article may be all that is left of it.
        if (own.length === sizeOf(archived)) knownWhole.set(id, wholeOf(archived, own));
      }
    }
    return ids.flatMap((id) => knownWhole.get(id) ?? []);
  }

  return {
    byId,
    wholesById,
    async wholesBySlug(slugs) {
      const own = slugs.filter(isStorable);
      if (own.length === 0) return [];
      const rows = await run<{ readonly id: number }>(
        sql`SELECT id FROM archive_articles WHERE slug = ANY(${own})`,
      );
      return wholesById(rows.map(({ id }) => id));
    },
    async passagesAt(places) {
      if (places.length === 0) return [];
      const [articles, rows] = await Promise.all([
        byId(places.map(({ article }) => article)),
        run<PassageRow>(
          sql`
            SELECT own.article, own.text, own.position, own.body
            FROM unnest(${places.map(({ article }) => article)}::integer[],
              ${places.map(({ text }) => text)}::smallint[], ${places.map(({ position }) => position)}::integer[])
              AS given (article, text, position)
            JOIN archive_passages AS own USING (article, text, position)`,
        ),
      ]);
      return passagesIn(rows, articles);
    },
  };
}

function passagesIn(
  rows: readonly PassageRow[],
  articles: ReadonlyMap<number, ArchivedArticle>,
): PlacedPassage[] {
  return rows.flatMap(({ body, ...place }) => {
    const article = articles.get(place.article);
    const { text, position } = place;
    const own = article?.texts[text];
    if (!article || !own) return [];
    return [{ article, text, position, place, archived: readPassage(body, own.article.people) }];
  });
}

function sizeOf({ texts }: ArchivedArticle): number {
  return texts.flatMap(({ sizes }) => sizes).reduce((sum, size) => sum + size, 0);
}

function wholeOf(archived: ArchivedArticle, passages: readonly FoundPassage[]): KnownArticle {
  const byText = archived.texts.map((_, text) =>
    passages.filter((one) => one.text === text).map((one) => one.archived),
  );
  const joined = joinArticle({ archived, passages: byText });
  const [article = joined] = tellOthersWords([joined]);
  return { archived, article, passages };
}
