import type { RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import { withoutArticles } from "../../search/archive/posting-lists.ts";
import { ARCHIVE_FORM } from "./archive-form.ts";
import { asBuffer, packBytes, unpacked } from "./packed-bytes.ts";
import type { GonePostings, PreparedBatch, PreparedPostings } from "./batch-rows.ts";

/** Longer ones would not lie beside their key in a page of the database. */
export const MAX_LIST_BYTES = 1800;

/** Writes articles, and takes away those that they replace, within a transaction of the only writer. */
export async function writeBatch(
  run: RunStatement,
  batch: PreparedBatch,
  replaced: readonly number[],
): Promise<void> {
  await run(sql`DELETE FROM archive_articles WHERE id = ANY(${replaced}::integer[])`);
  for (const gone of batch.gonePostings) await removePostings(run, gone);
  await addArticles(run, batch);
  await run(sql`
    INSERT INTO archive_people SELECT language, id, article
    FROM jsonb_to_recordset(${json(batch.people)}) AS given (language text, id text, article integer)`);
  for (const own of batch.postings) await addPostings(run, own);
  for (const counts of batch.counts) await changeCounts(run, counts, replaced.length > 0);
}

async function addArticles(
  run: RunStatement,
  { articles, passages }: PreparedBatch,
): Promise<void> {
  const { ids, slugs, keys } = articles;
  await run(sql`
    INSERT INTO archive_articles (id, slug, form, reference, address, day, publisher, section, body, counts)
    SELECT id, slug, ${ARCHIVE_FORM}, reference, address, day, publisher, section, body.bytes, counts.bytes
    FROM unnest(${ids}::integer[], ${slugs}::text[],
      ${keys.map(({ reference }) => reference)}::text[], ${keys.map(({ address }) => address)}::text[],
      ${keys.map(({ day }) => day)}::integer[], ${keys.map(({ publisher }) => publisher)}::text[],
      ${keys.map(({ section }) => section)}::text[])
      AS given (id, slug, reference, address, day, publisher, section)
    JOIN ${unpacked(articles.bodies, sql`${ids}::integer[]`, sql`id`)} AS body USING (id)
    JOIN ${unpacked(articles.counts, sql`${ids}::integer[]`, sql`id`)} AS counts USING (id)`);
  const { articles: owners, texts, positions, bodies } = passages;
  await run(sql`
    INSERT INTO archive_passages (article, text, position, body)
    SELECT * FROM ${unpacked(
      bodies,
      sql`${owners}::integer[], ${texts}::smallint[], ${positions}::integer[]`,
      sql`article, text, position`,
    )} AS given`);
}

/**
 * The first list of a term goes on the last one there is, if that does not become too long; a later one would put articles
 * out of the order that they are found again by. By its place in the table: to join rows by their keys, PostgreSQL would
 * read the whole table.
 */
async function addPostings(
  run: RunStatement,
  { language, terms, firstArticles, areFirst, lists }: PreparedPostings,
): Promise<void> {
  const given = unpacked(
    lists,
    sql`${terms}::text[], ${firstArticles}::integer[], ${areFirst}::boolean[]`,
    sql`term, first_article, is_first`,
  );
  await run(sql`
    WITH given AS MATERIALIZED ${given}, longer AS (
      UPDATE archive_postings AS own SET list = own.list || given.bytes
      FROM given CROSS JOIN LATERAL (
        SELECT ctid, octet_length(list) AS length FROM archive_postings
        WHERE language = ${language} AND term = given.term ORDER BY first_article DESC LIMIT 1
      ) AS latest
      WHERE given.is_first AND own.ctid = latest.ctid AND latest.length + octet_length(given.bytes) <= ${MAX_LIST_BYTES}
      RETURNING given.term, given.first_article
    )
    INSERT INTO archive_postings (language, term, first_article, list)
    SELECT ${language}, term, first_article, bytes FROM given
    WHERE NOT EXISTS (
      SELECT FROM longer WHERE longer.term = given.term AND longer.first_article = given.first_article
    )`);
}

/** So many lists are read and written in some milliseconds, between which others are served. */
const LISTS_AT_ONCE = 500;

type ListRow = { readonly term: string; readonly first: number; readonly list: Buffer };

async function removePostings(
  run: RunStatement,
  { language, terms, articles }: GonePostings,
): Promise<void> {
  const gone = new Set(articles);
  for (let at = 0; at < terms.length; at += LISTS_AT_ONCE) {
    const asked = terms.slice(at, at + LISTS_AT_ONCE);
    const ids = articles.slice(at, at + LISTS_AT_ONCE);
    // An article is in the last list that begins with it or one before it.
    const rows = await run<ListRow>(sql`
      SELECT DISTINCT ON (asked.term, own.first_article) asked.term, own.first_article AS first, own.list
      FROM unnest(${asked}::text[], ${ids}::integer[]) AS asked (term, article)
      CROSS JOIN LATERAL (
        SELECT first_article, list FROM archive_postings
        WHERE language = ${language} AND term = asked.term AND first_article <= asked.article
        ORDER BY first_article DESC LIMIT 1
      ) AS own`);
    const left = packBytes(rows.map(({ list }) => withoutArticles(list, gone)));
    const given = unpacked(
      left,
      sql`${rows.map(({ term }) => term)}::text[], ${rows.map(({ first }) => first)}::integer[]`,
      sql`term, first_article`,
    );
    await run(sql`
      UPDATE archive_postings AS own SET list = given.bytes FROM ${given} AS given
      WHERE own.language = ${language} AND own.term = given.term AND own.first_article = given.first_article`);
    await run(sql`
      DELETE FROM archive_postings
      WHERE language = ${language} AND term = ANY(${asked}::text[]) AND octet_length(list) = 0`);
  }
}

type Counts = PreparedBatch["counts"][number];

async function changeCounts(run: RunStatement, counts: Counts, areLess: boolean): Promise<void> {
  const { language, totals } = counts;
  await run(sql`
    INSERT INTO archive_terms AS own (language, term, passages, texts)
    SELECT ${language}, term, passages, texts
    FROM jsonb_to_recordset(${json(counts.terms)}) AS given (term text, passages integer, texts integer)
    ON CONFLICT (language, term) DO UPDATE SET passages = own.passages + excluded.passages,
      texts = own.texts + excluded.texts`);
  await run(sql`
    INSERT INTO archive_words AS own (language, word, uses, term, names, sounds)
    SELECT ${language}, word, uses, term, names, sounds
    FROM jsonb_to_recordset(${json(counts.words)}) AS given (word text, uses integer, term text, names integer,
      sounds text[])
    ON CONFLICT (language, word) DO UPDATE SET uses = own.uses + excluded.uses, names = own.names + excluded.names,
      term = excluded.term,
      sounds = CASE WHEN own.names + excluded.names <= 0 THEN '{}' WHEN excluded.names <> 0 THEN excluded.sounds
        ELSE own.sounds END`);
  await run(sql`
    INSERT INTO archive_names AS own (language, key, id, articles, passages)
    SELECT ${language}, key, id, articles, passages
    FROM jsonb_to_recordset(${json(counts.names)}) AS given (key text, id text, articles integer, passages integer)
    ON CONFLICT (language, key, id) DO UPDATE SET articles = own.articles + excluded.articles,
      passages = own.passages + excluded.passages`);
  if (areLess) await removeUnused(run, counts);
  await run(sql`
    INSERT INTO archive_statistics AS own (language, passages, originals, words, documents, terms)
    VALUES (${language}, ${totals.passages}, ${totals.originals}, ${totals.words}, ${totals.documents}, ${totals.terms})
    ON CONFLICT (language) DO UPDATE SET passages = own.passages + excluded.passages,
      originals = own.originals + excluded.originals, words = own.words + excluded.words,
      documents = own.documents + excluded.documents, terms = own.terms + excluded.terms`);
}

async function removeUnused(
  run: RunStatement,
  { language, terms, words, names }: Counts,
): Promise<void> {
  await run(sql`
    DELETE FROM archive_terms AS own USING jsonb_to_recordset(${json(terms)}) AS given (term text)
    WHERE own.language = ${language} AND own.term = given.term AND own.texts <= 0`);
  await run(sql`
    DELETE FROM archive_words AS own USING jsonb_to_recordset(${json(words)}) AS given (word text)
    WHERE own.language = ${language} AND own.word = given.word AND own.uses <= 0`);
  await run(sql`
    DELETE FROM archive_names AS own USING jsonb_to_recordset(${json(names)}) AS given (key text, id text)
    WHERE own.language = ${language} AND own.key = given.key AND own.id = given.id AND own.articles <= 0`);
}

function json(bytes: Uint8Array): Statement {
  return sql`convert_from(${asBuffer(bytes)}::bytea, 'UTF8')::jsonb`;
}
