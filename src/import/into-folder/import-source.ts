import type { AnswersOf } from "../draft/propose-questions.ts";
import type { Article } from "../../article/article.ts";
import { isTranslation } from "../../article/loading/attach-translations.ts";
import { MAX_FILE_BYTES } from "../../article/loading/read-article-file.ts";
import type { ExtractedArticle } from "../extracted-article.ts";
import type { FailureCause } from "../failure-cause.ts";
import { fetchDocument } from "../fetch-document.ts";
import { articleInFeed } from "../feed/article-in-feed.ts";
import type { Feed } from "../feed/read-feed.ts";
import type { FetchPage } from "../fetch/fetch-page.ts";
import { importArticle, type ImportedArticle, type ImportOptions } from "../import-article.ts";
import type { PassageChange } from "../merge/merge-passages.ts";
import type { ProposedArticle } from "../propose-article.ts";
import { proposeForArticle } from "../propose-for-article.ts";
import type { SentenceForReview } from "../review/list-for-review.ts";
import type { ReadDocument } from "../read-document.ts";
import type { ImportTargets } from "./import-targets.ts";
import { translationProblems } from "../../article/loading/translation-problems.ts";

/** What became of one article of a source. */
export type SourceOutcome = { readonly source: string } & (
  | {
      readonly kind: "imported";
      readonly file: string;
      /** What the file had when it was read; `undefined` if it is new. */
      readonly before: string | undefined;
      readonly markdown: string;
      readonly article: Article;
      /** Who says what in it. */
      readonly filed: ProposedArticle;
      readonly changes: readonly PassageChange[] | undefined;
      readonly review: readonly SentenceForReview[];
      readonly remarks: readonly string[];
    }
  | { readonly kind: "failed"; readonly why: string; readonly cause?: FailureCause | undefined }
);

export type FolderTools = ImportTargets &
  Pick<ImportOptions, "marksKept" | "updatedOn"> & { readonly answersOf: AnswersOf };

export type ImportTools = FolderTools & {
  readonly fetchPage: FetchPage;
  /** Reads what a path leads to. */
  readonly readFile: (path: string) => ReadDocument;
};

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//iu;

/** Imports a file or an address, which may be a feed of several articles. */
export async function* importSource(
  source: string,
  tools: ImportTools,
): AsyncGenerator<SourceOutcome> {
  const document = ADDRESS.test(source) ? await fetchSource(source, tools) : tools.readFile(source);
  if (document.kind === "feed") yield* importFeed(document.feed, source, tools);
  else yield importDocument(document, source, tools);
}

/** A page that is gone may have an article here. */
async function fetchSource(
  address: string,
  { fetchPage, fileOf }: ImportTools,
): Promise<ReadDocument> {
  const document = await fetchDocument(address, fetchPage);
  const isGone = document.kind === "nothing" && document.isGone === true;
  const file = isGone ? fileOf(address) : undefined;
  if (!isGone || file === undefined) return document;
  const why = `${document.why}; ${file} stays as it is: withdraw it if the article was`;
  return { kind: "nothing", why };
}

/** Finds the file for what was read, and what it would contain; writes nothing. */
export function importDocument(
  document: Exclude<ReadDocument, { kind: "feed" }>,
  source: string,
  tools: FolderTools,
): SourceOutcome {
  if (document.kind === "nothing") {
    return { source, kind: "failed", why: document.why, cause: document.cause };
  }
  if (document.kind === "written") return importWritten(document.article, source, tools);
  return importExtracted(document.article, document.remarks, { source, tools });
}

type Import = { readonly source: string; readonly tools: FolderTools };

function importExtracted(
  extracted: ExtractedArticle,
  remarks: readonly string[],
  { source, tools }: Import,
): SourceOutcome {
  const { title, blocks } = extracted;
  const texts = blocks.flatMap(({ kind, text }) => (kind === "paragraph" ? [text] : []));
  // Who says what in a whole book takes long to find out.
  if (isTooLong(texts.join("\n"))) return { source, kind: "failed", why: TOO_LONG };
  const target = tools.targetFor({ title, url: extracted.source.url, texts });
  if ("problem" in target) return { source, kind: "failed", why: target.problem };
  const { file, slug, existing, before } = target;
  if (existing && existing.imported === undefined) {
    const why = `${file} has this article already, written by hand: import that file to get proposals for it`;
    return { source, kind: "failed", why, cause: "by-hand" };
  }
  const { answersOf, marksKept = false, updatedOn } = tools;
  const merging = { marksKept, updatedOn };
  const imported = importArticle(extracted, { slug, existing, answersOf, ...merging });
  if (isTooLong(imported.markdown)) {
    return { source, kind: "failed", why: TOO_LONG, cause: "too-long" };
  }
  if (existing && hasLostMost(existing, imported)) {
    const why = `the page has only little of the article left, perhaps since it is for subscribers now; ${file} stays as it is: withdraw it, or remove it to import what is left`;
    return { source, kind: "failed", why, cause: "shrunk" };
  }
  tools.remember(file, imported.article, imported.markdown);
  const toTranslate = translationProblems(file, imported.markdown);
  const told = [...remarks, ...toTranslate];
  return { source, kind: "imported", file, before, ...imported, remarks: told };
}

/** An article that is rewritten loses as much, but has new text instead. */
const MAX_LOST = 0.5;

/** Whether a page that had an article shows a notice or a beginning of it now. */
function hasLostMost(existing: Article, { changes = [] }: ImportedArticle): boolean {
  const before = lengthOf(existing.sections.flatMap(({ passages }) => passages));
  const lost = lengthOf(changes.filter(({ kind }) => GONE.has(kind)));
  const added = lengthOf(changes.filter(({ kind }) => kind === "added"));
  return lost - added > before * MAX_LOST;
}

const GONE: ReadonlySet<PassageChange["kind"]> = new Set(["removed", "kept-though-gone"]);

function lengthOf(passages: readonly { readonly text: string }[]): number {
  return passages.reduce((sum, { text }) => sum + text.length, 0);
}

const TOO_LONG =
  "this article would be longer than 1 MB, the most that the bot reads: split it into several";

/** One file that is too long keeps the whole folder from being read. */
function isTooLong(markdown: string): boolean {
  return Buffer.byteLength(markdown) > MAX_FILE_BYTES;
}

/** Markdown stays in its file if that is in the folder of articles. */
function importWritten(article: Article, source: string, tools: FolderTools): SourceOutcome {
  const own = tools.ownFile(source);
  if (own && isTranslation({ path: own.file })) {
    const why = "this is a translation, which says nothing about speakers: import its article";
    return { source, kind: "failed", why };
  }
  const target = own ?? newFileFor(article, tools);
  if ("problem" in target) return { source, kind: "failed", why: target.problem };
  const { file, before } = target;
  if (isTooLong(textsOf(article).join("\n"))) return { source, kind: "failed", why: TOO_LONG };
  const proposed = proposeForArticle(article);
  if (isTooLong(proposed.markdown)) return { source, kind: "failed", why: TOO_LONG };
  const [problem] = translationProblems(file, proposed.markdown);
  if (problem !== undefined) {
    const why = `what import proposes would not fit its translation, so nothing is changed: ${problem}`;
    return { source, kind: "failed", why };
  }
  tools.remember(file, proposed.article, proposed.markdown);
  return { source, kind: "imported", file, before, remarks: [], changes: undefined, ...proposed };
}

function textsOf({ sections }: Article): string[] {
  return sections.flatMap(({ passages }) => passages.map(({ text }) => text));
}

/** Nothing tells an editor's version from another one: neither replaces the other. */
function newFileFor(article: Article, { targetFor }: FolderTools) {
  const { title, source } = article;
  const target = targetFor({ title, url: source.url, texts: textsOf(article) });
  if ("problem" in target || !target.existing) return target;
  const problem = `${target.file} has this article already: change it there, or remove it to import this one`;
  return { problem };
}

const NEITHER = "the feed has neither the text of this article nor an address for it";
/** A feed lists more than anybody imports at once. */
const MAX_ITEMS = 500;

async function* importFeed(
  feed: Feed,
  source: string,
  tools: ImportTools,
): AsyncGenerator<SourceOutcome> {
  if (feed.items.length === 0)
    yield { source, kind: "failed", why: "there is no article in this feed" };
  for (const item of feed.items.slice(0, MAX_ITEMS)) {
    const name = item.url ?? item.title ?? source;
    const full = articleInFeed(item, feed);
    if (full) yield importExtracted(full, [], { source: name, tools });
    else if (item.url !== undefined) {
      const document = await fetchSource(item.url, tools);
      const why = "this address of the feed leads to another feed";
      const single = document.kind === "feed" ? ({ kind: "nothing", why } as const) : document;
      yield importDocument(single, name, tools);
    } else yield { source: name, kind: "failed", why: NEITHER };
  }
}
