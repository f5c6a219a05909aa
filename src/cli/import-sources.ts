import type { AnswersOf } from "../import/draft/propose-questions.ts";
import type { Article } from "../article/article.ts";
import { isTranslation } from "../article/loading/attach-translations.ts";
import { MAX_FILE_BYTES } from "../article/loading/read-article-file.ts";
import { describeFetchFailure } from "../import/describe-failure.ts";
import { extractPage } from "../import/extract/extract-page.ts";
import type { ExtractedArticle } from "../import/extracted-article.ts";
import { fetchDocument } from "../import/fetch-document.ts";
import type { Feed, FeedItem } from "../import/feed/read-feed.ts";
import { decodePage } from "../import/fetch/decode-page.ts";
import { MAX_PAGE_BYTES, type FetchPage } from "../import/fetch/fetch-page.ts";
import { importArticle } from "../import/import-article.ts";
import type { PassageChange } from "../import/merge/merge-passages.ts";
import type { ProposedArticle } from "../import/propose-article.ts";
import { proposeForArticle } from "../import/propose-for-article.ts";
import type { SentenceForReview } from "../import/review/list-for-review.ts";
import { readDocument, type DocumentSource, type ReadDocument } from "../import/read-document.ts";
import { statSync } from "node:fs";
import { NotAFile, readRegularFile } from "../files/regular-file.ts";
import { codeOf } from "../logging/describe-error.ts";
import type { ImportTargets } from "./import-target.ts";
import { translationProblems } from "./translation-problems.ts";

/** What became of one article of a source. */
export type SourceOutcome = { readonly source: string } & (
  | {
      readonly kind: "imported";
      readonly file: string;
      readonly markdown: string;
      readonly article: Article;
      readonly proposed: ProposedArticle;
      readonly changes: readonly PassageChange[] | undefined;
      readonly review: readonly SentenceForReview[];
      readonly remarks: readonly string[];
    }
  | { readonly kind: "failed"; readonly why: string }
);

export type ImportTools = ImportTargets & {
  readonly fetchPage: FetchPage;
  readonly answersOf: AnswersOf;
};

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//iu;

/** Imports a file or an address, which may be a feed of several articles. */
export async function* importSource(
  source: string,
  tools: ImportTools,
): AsyncGenerator<SourceOutcome> {
  const document = ADDRESS.test(source) ? await fetchSource(source, tools) : readFile(source);
  if (document.kind === "feed") yield* importFeed(document.feed, source, tools);
  else yield outcomeOf(document, source, tools);
}

/** A page that is gone may have an article here. */
async function fetchSource(
  address: string,
  { fetchPage, fileOf }: ImportTools,
): Promise<ReadDocument> {
  const document = await fetchDocument(address, fetchPage);
  const file = document.isGone === true ? fileOf(address) : undefined;
  if (document.kind !== "nothing" || file === undefined) return document;
  const why = `${document.why}; ${file} stays as it is: withdraw it if the article was`;
  return { kind: "nothing", why };
}

const TOO_LARGE = "this file is larger than 10 MB: name the page or the text of one article";
const NO_NAME = "a source has no name: name a page, a text or a feed, or an address with https://";

export function readFile(path: string): ReadDocument {
  if (path.trim() === "") return { kind: "nothing", why: NO_NAME };
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MAX_PAGE_BYTES) return { kind: "nothing", why: TOO_LARGE };
    const bytes = readRegularFile(path, MAX_PAGE_BYTES);
    const decoded = decodePage(bytes);
    if (decoded.kind === "unknown-charset") return failure(decoded);
    return readDocument(decoded.text, { name: path } satisfies DocumentSource);
  } catch (error) {
    return { kind: "nothing", why: describeFileProblem(error) };
  }
}

function failure(problem: Parameters<typeof describeFetchFailure>[0]): ReadDocument {
  return { kind: "nothing", why: describeFetchFailure(problem) };
}

/** What is not about the file is a bug. */
function describeFileProblem(error: unknown): string {
  if (error instanceof NotAFile) return `this is ${error.obstacle}: name a page, a text or a feed`;
  const code = codeOf(error);
  if (code === undefined) throw error;
  return code === "ENOENT" || code === "ENOTDIR"
    ? "there is no such file: name a page, a text or a feed, or an address with https://"
    : `this file cannot be read (${code}): name a readable file`;
}

function outcomeOf(
  document: Exclude<ReadDocument, { kind: "feed" }>,
  source: string,
  tools: ImportTools,
): SourceOutcome {
  if (document.kind === "nothing") return { source, kind: "failed", why: document.why };
  if (document.kind === "written") return importWritten(document.article, source, tools);
  return importExtracted(document.article, document.remarks, { source, tools });
}

type Import = { readonly source: string; readonly tools: ImportTools };

function importExtracted(
  extracted: ExtractedArticle,
  remarks: readonly string[],
  { source, tools }: Import,
): SourceOutcome {
  const { title, blocks } = extracted;
  const texts = blocks.flatMap(({ kind, text }) => (kind === "paragraph" ? [text] : []));
  const target = tools.targetFor({ title, url: extracted.source.url, texts });
  if ("problem" in target) return { source, kind: "failed", why: target.problem };
  const { file, slug, existing } = target;
  if (existing && existing.imported === undefined) {
    const why = `${file} has this article already, written by hand: import that file to get proposals for it`;
    return { source, kind: "failed", why };
  }
  const imported = importArticle(extracted, { slug, existing, answersOf: tools.answersOf });
  if (isTooLong(imported.markdown)) return { source, kind: "failed", why: TOO_LONG };
  tools.remember(file, imported.article);
  const toTranslate = translationProblems(file, imported.markdown);
  return { source, kind: "imported", file, ...imported, remarks: [...remarks, ...toTranslate] };
}

const TOO_LONG =
  "this article would be longer than 1 MB, the most that the bot reads: split it into several";

/** One file that is too long keeps the whole folder from being read. */
function isTooLong(markdown: string): boolean {
  return Buffer.byteLength(markdown) > MAX_FILE_BYTES;
}

/** Markdown stays in its file if that is in the folder of articles. */
function importWritten(article: Article, source: string, tools: ImportTools): SourceOutcome {
  const own = tools.ownFile(source);
  if (own !== undefined && isTranslation({ path: own })) {
    const why = "this is a translation, which says nothing about speakers: import its article";
    return { source, kind: "failed", why };
  }
  const target = own === undefined ? newFileFor(article, tools) : { file: own };
  if ("problem" in target) return { source, kind: "failed", why: target.problem };
  const { file } = target;
  const proposed = proposeForArticle(article);
  if (isTooLong(proposed.markdown)) return { source, kind: "failed", why: TOO_LONG };
  const [problem] = translationProblems(file, proposed.markdown);
  if (problem !== undefined) {
    const why = `what import proposes would not fit its translation, so nothing is changed: ${problem}`;
    return { source, kind: "failed", why };
  }
  tools.remember(file, proposed.article);
  return { source, kind: "imported", file, remarks: [], changes: undefined, ...proposed };
}

/** Nothing tells an editor's version from another one: neither replaces the other. */
function newFileFor({ title, source, sections }: Article, { targetFor }: ImportTools) {
  const texts = sections.flatMap(({ passages }) => passages.map(({ text }) => text));
  const target = targetFor({ title, url: source.url, texts });
  if ("problem" in target || !target.existing) return target;
  const problem = `${target.file} has this article already: change it there, or remove it to import this one`;
  return { problem };
}

const NEITHER = "the feed has neither the text of this article nor an address for it";
/** A feed lists more than anybody imports at once. */
const MAX_ITEMS = 500;
/** Shorter texts are summaries of what the page has. */
const MIN_FULL_TEXT = 600;

async function* importFeed(
  feed: Feed,
  source: string,
  tools: ImportTools,
): AsyncGenerator<SourceOutcome> {
  if (feed.items.length === 0)
    yield { source, kind: "failed", why: "there is no article in this feed" };
  for (const item of feed.items.slice(0, MAX_ITEMS)) {
    const name = item.url ?? item.title ?? source;
    const full = fullText(item, feed);
    if (full) yield importExtracted(full, [], { source: name, tools });
    else if (item.url !== undefined) {
      const document = await fetchSource(item.url, tools);
      const why = "this address of the feed leads to another feed";
      const single = document.kind === "feed" ? ({ kind: "nothing", why } as const) : document;
      yield outcomeOf(single, name, tools);
    } else yield { source: name, kind: "failed", why: NEITHER };
  }
}

/** The article in the feed itself, if it is there in full. */
function fullText(
  { html = "", title, url, author, published }: FeedItem,
  feed: Feed,
): ExtractedArticle | undefined {
  if (title === undefined || html.length < MIN_FULL_TEXT) return undefined;
  const page = `<html><head><title></title></head><body><h1></h1><article>${html}</article></body></html>`;
  const extracted = extractPage(withHead(page, { title, published, author }), url);
  if (extracted.kind === "nothing") return undefined;
  const { article } = extracted;
  return {
    ...article,
    title,
    source: {
      ...article.source,
      title,
      ...(feed.title !== undefined && { publisher: feed.title }),
    },
  };
}

type Head = {
  readonly [Name in "title" | "published" | "author"]: FeedItem[Name] | undefined;
};

/** A page that states what the feed does. */
function withHead(page: string, { title = "", published, author }: Head): string {
  const day =
    published === undefined || Number.isNaN(Date.parse(published))
      ? undefined
      : new Date(published);
  const tags = [
    `<meta property="og:title" content="${escapeAttribute(title)}">`,
    day ? `<meta property="article:published_time" content="${day.toISOString()}">` : "",
    author === undefined ? "" : `<meta name="author" content="${escapeAttribute(author)}">`,
  ];
  return page.replace("<title></title>", () => tags.join(""));
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
