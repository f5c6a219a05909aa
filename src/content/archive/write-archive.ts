import { serialize } from "node:v8";
import type { Article } from "../../article/article.ts";
import type { Database, RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import {
  type AnalysedArticle,
  analyseArticle,
  toArchive,
} from "../../search/archive/archived-article.ts";
import { type ArchiveRows, archiveRows } from "../../search/archive/archive-rows.ts";
import { type ArticleKeys, articleKeys } from "./article-keys.ts";
import { readArticle } from "./stored-body.ts";

/** Any number that nothing else locks. One writer at a time: they change the same counts. */
const LOCK = 2784255;

/** Reading the articles of a batch takes seconds; other statements take as long as always. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** Puts articles into the archive, in place of those of the same slugs, in one transaction. */
export async function writeToArchive(
  { transaction }: Database,
  articles: readonly Article[],
): Promise<void> {
  const written = articles.map((article) => writtenOf(analyseArticle(withoutFunctions(article))));
  await transaction(
    async (run) => {
      await run(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
      await remove(
        run,
        articles.map(({ slug }) => slug),
      );
      await add(run, written);
    },
    { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
  );
}

export async function removeFromArchive(
  { transaction }: Database,
  slugs: readonly string[],
): Promise<void> {
  await transaction(
    async (run) => {
      await run(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
      await remove(run, slugs);
    },
    { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
  );
}

/** The functions of an article cannot be stored; `readArticle` adds them again. */
function withoutFunctions(article: Article): Article {
  const { isOthersWords: _told, ...rest } = article;
  return { ...rest, translations: rest.translations.map(withoutFunctions) };
}

/** What is written of an article; put together before the transaction begins, since it takes long. */
type WrittenArticle = {
  readonly slug: string;
  readonly keys: ArticleKeys;
  readonly body: Buffer;
  readonly texts: readonly ArchiveRows[];
};

function writtenOf(analysed: AnalysedArticle): WrittenArticle {
  const { article } = analysed;
  return {
    slug: article.slug,
    keys: articleKeys(article),
    body: serialize(toArchive(analysed)),
    texts: archiveRows(analysed),
  };
}

async function add(run: RunStatement, articles: readonly WrittenArticle[]): Promise<void> {
  const slugs = articles.map(({ slug }) => slug);
  const bodies = articles.map(({ body }) => body);
  const keys = articles.map((article) => article.keys);
  const ids = await run<{ readonly id: number; readonly slug: string }>(sql`
    INSERT INTO archive_articles (slug, reference, address, day, body)
    SELECT * FROM unnest(${slugs}::text[], ${keys.map(({ reference }) => reference)}::text[],
      ${keys.map(({ address }) => address)}::text[], ${keys.map(({ day }) => day)}::integer[],
      ${bodies}::bytea[])
    RETURNING id, slug`);
  const idOf = new Map(ids.map(({ id, slug }) => [slug, id]));
  const texts = articles.flatMap(({ slug, texts: own }) => {
    const article = idOf.get(slug);
    return own.map((rows, text) => ({ ...rows, article, text }));
  });
  const documents = texts.flatMap(({ article, text, language, readers, documents: own }) =>
    own.map(({ first, end, terms }) => {
      const distinct = storable([...new Set(terms)]);
      return { article, text, language, readers, first, beyond: end, terms: distinct };
    }),
  );
  await run(sql`
    INSERT INTO archive_documents SELECT * FROM jsonb_to_recordset(${json(documents)}) AS given (article integer,
      text smallint, language text, readers text[], first integer, beyond integer, terms text[])`);
  const people = texts.flatMap(({ article, language, people: own }) =>
    own.map((person) => ({ ...person, article, language, terms: storable(person.terms) })),
  );
  await run(sql`
    INSERT INTO archive_people SELECT * FROM jsonb_to_recordset(${json(people)}) AS given (article integer,
      language text, id text, passages integer, terms text[], sounds text[])`);
  await count(run, texts, 1);
}

async function remove(run: RunStatement, slugs: readonly string[]): Promise<void> {
  const gone = await run<{ readonly body: Buffer }>(
    sql`DELETE FROM archive_articles WHERE slug = ANY(${slugs}) RETURNING body`,
  );
  if (gone.length === 0) return;
  const analysed = gone.map(({ body }) => analyseArticle(readArticle(body).article));
  await count(run, analysed.flatMap(archiveRows), -1);
}

/** Adds what texts have to the counts of the archive, or takes it away. */
async function count(run: RunStatement, texts: readonly ArchiveRows[], by: 1 | -1): Promise<void> {
  for (const language of new Set(texts.map((text) => text.language))) {
    const own = texts.filter((text) => text.language === language);
    await countTerms(run, language, own, by);
    await countWords(run, language, own, by);
    await countTexts(run, language, own, by);
  }
}

async function countTerms(
  run: RunStatement,
  language: string,
  texts: readonly ArchiveRows[],
  by: 1 | -1,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const [term, passages] of texts.flatMap((text) => [...text.terms])) {
    if (isStorable(term)) counts.set(term, (counts.get(term) ?? 0) + by * passages);
  }
  await run(sql`
    INSERT INTO archive_terms SELECT ${language}::text, * FROM
      unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::integer[])
    ON CONFLICT (language, term) DO UPDATE SET passages = archive_terms.passages + excluded.passages`);
}

type WordRow = ArchiveRows["words"][number];

async function countWords(
  run: RunStatement,
  language: string,
  texts: readonly ArchiveRows[],
  by: 1 | -1,
): Promise<void> {
  const rows = new Map<string, WordRow>();
  for (const row of texts.flatMap((text) => text.words)) {
    if (!isStorable(row.word)) continue;
    const before = rows.get(row.word) ?? { ...row, count: 0, names: 0 };
    const sounds = row.names > 0 ? row.sounds : before.sounds;
    const [uses, names] = [before.count + by * row.count, before.names + by * row.names];
    rows.set(row.word, { ...row, count: uses, names, sounds });
  }
  const given = [...rows.values()].map(({ count: uses, ...row }) => ({ ...row, uses }));
  await run(sql`
    INSERT INTO archive_words SELECT ${language}::text, word, uses, term, names, sounds FROM
      jsonb_to_recordset(${json(given)}) AS given (word text, uses integer, term text, names integer, sounds text[])
    ON CONFLICT (language, word) DO UPDATE SET uses = archive_words.uses + excluded.uses,
      names = archive_words.names + excluded.names,
      sounds = CASE WHEN excluded.names > 0 THEN excluded.sounds ELSE archive_words.sounds END`);
}

async function countTexts(
  run: RunStatement,
  language: string,
  texts: readonly ArchiveRows[],
  by: 1 | -1,
): Promise<void> {
  const sum = (of: (text: ArchiveRows) => number) =>
    by * texts.reduce((total, text) => total + of(text), 0);
  await run(sql`
    INSERT INTO archive_statistics VALUES (${language}, ${sum(({ passages }) => passages)},
      ${sum(({ passages, isOriginal }) => (isOriginal ? passages : 0))}, ${sum(({ length }) => length)},
      ${sum(({ documents }) => documents.length)}, ${sum(termsOfDocuments)})
    ON CONFLICT (language) DO UPDATE SET passages = archive_statistics.passages + excluded.passages,
      originals = archive_statistics.originals + excluded.originals, words = archive_statistics.words + excluded.words,
      documents = archive_statistics.documents + excluded.documents, terms = archive_statistics.terms + excluded.terms`);
}

function termsOfDocuments({ documents }: ArchiveRows): number {
  return documents.reduce((total, { terms }) => total + new Set(terms).size, 0);
}

/** PostgreSQL keeps no text with a NUL in it. */
export function isStorable(text: string): boolean {
  return !text.includes("\0");
}

function storable(texts: readonly string[]): string[] {
  return texts.filter(isStorable);
}

function json(values: readonly unknown[]): Statement {
  return sql`${JSON.stringify(values)}::jsonb`;
}
