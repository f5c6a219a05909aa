import type { RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import type { PreparedBatch } from "./prepare-batch.ts";

/** Raise it whenever what is stored changes, or the way words become terms: the archive is then written anew. */
export const ARCHIVE_FORM = 1;
/** Articles of an earlier form are answered from until they are written anew; raise it if they cannot be read any more. */
export const OLDEST_READABLE_FORM = 1;

/** Writes articles, and takes away those that they replace, within a transaction of the only writer. */
export async function writeBatch(
  run: RunStatement,
  batch: PreparedBatch,
  replaced: readonly number[],
): Promise<void> {
  await run(sql`DELETE FROM archive_articles WHERE id = ANY(${replaced}::integer[])`);
  const ids = await addArticles(run, batch);
  await run(sql`
    INSERT INTO archive_documents
    SELECT (${ids}::integer[])[article], text, language, readers, first, beyond, terms
    FROM jsonb_to_recordset(${json(batch.documents)}) AS given (article integer, text smallint, language text,
      readers text[], first integer, beyond integer, terms text[])`);
  await run(sql`
    INSERT INTO archive_people SELECT (${ids}::integer[])[article], language, id, passages, terms, sounds
    FROM jsonb_to_recordset(${json(batch.people)}) AS given (article integer, language text, id text,
      passages integer, terms text[], sounds text[])`);
  for (const counts of batch.counts) await changeCounts(run, counts, replaced.length > 0);
}

/** In the order of the batch. */
async function addArticles(
  run: RunStatement,
  { articles }: PreparedBatch,
): Promise<readonly number[]> {
  const slugs = articles.map(({ slug }) => slug);
  const keys = articles.map((article) => article.keys);
  const rows = await run<{ readonly id: number; readonly slug: string }>(sql`
    INSERT INTO archive_articles (slug, form, reference, address, day, body, counts)
    SELECT slug, ${ARCHIVE_FORM}, reference, address, day, body, counts
    FROM unnest(${slugs}::text[], ${keys.map(({ reference }) => reference)}::text[],
      ${keys.map(({ address }) => address)}::text[], ${keys.map(({ day }) => day)}::integer[],
      ${articles.map(({ body }) => buffer(body))}::bytea[],
      ${articles.map(({ counts }) => buffer(counts))}::bytea[])
      AS given (slug, reference, address, day, body, counts)
    RETURNING id, slug`);
  const idOf = new Map(rows.map(({ id, slug }) => [slug, id]));
  return slugs.map((slug) => idOf.get(slug) ?? 0);
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
  if (areLess) await removeUnused(run, counts);
  await run(sql`
    INSERT INTO archive_statistics AS own (language, passages, originals, words, documents, terms)
    VALUES (${language}, ${totals.passages}, ${totals.originals}, ${totals.words}, ${totals.documents}, ${totals.terms})
    ON CONFLICT (language) DO UPDATE SET passages = own.passages + excluded.passages,
      originals = own.originals + excluded.originals, words = own.words + excluded.words,
      documents = own.documents + excluded.documents, terms = own.terms + excluded.terms`);
}

async function removeUnused(run: RunStatement, { language, terms, words }: Counts): Promise<void> {
  await run(sql`
    DELETE FROM archive_terms AS own USING jsonb_to_recordset(${json(terms)}) AS given (term text)
    WHERE own.language = ${language} AND own.term = given.term AND own.texts <= 0`);
  await run(sql`
    DELETE FROM archive_words AS own USING jsonb_to_recordset(${json(words)}) AS given (word text)
    WHERE own.language = ${language} AND own.word = given.word AND own.uses <= 0`);
}

/** PostgreSQL keeps no text with a NUL in it. */
export function isStorable(text: string): boolean {
  return !text.includes("\0");
}

function json(bytes: Uint8Array): Statement {
  return sql`convert_from(${buffer(bytes)}::bytea, 'UTF8')::jsonb`;
}

/** Within arrays, the client knows bytes only as buffers. */
function buffer({ buffer: own, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(own, byteOffset, byteLength);
}
