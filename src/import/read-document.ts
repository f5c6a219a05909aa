import { parseArticle } from "../article/parsing/parse-article.ts";
import { formatDiagnostic } from "../article/diagnostic.ts";
import { describeNoArticle } from "./describe-failure.ts";
import { causeOf, type FailureCause } from "./failure-cause.ts";
import { extractPage } from "./extract/extract-page.ts";
import type { ExtractedArticle } from "./extracted-article.ts";
import { readFeed, type Feed } from "./feed/read-feed.ts";
import type { ReadArticle } from "./review/pair-sentences.ts";
import { joinLists, readPlainText, unwrapLines } from "./read-plain-text.ts";

/** What a source turns out to be. */
export type ReadDocument =
  | {
      readonly kind: "extracted";
      readonly article: ExtractedArticle;
      /** What an editor should know about it. */
      readonly remarks: readonly string[];
      /** The page asks programs not to keep it. */
      readonly isNotToBeKept: boolean;
      /** Some of it may be missing. */
      readonly isForSubscribers: boolean;
      /** The address under which the page wants to be known. */
      readonly canonical?: string | undefined;
      /** When it was published, or will be, as ISO 8601. */
      readonly releasedAt?: string | undefined;
    }
  /** Markdown in the form of `content/`. */
  | ({ readonly kind: "written" } & Omit<ReadArticle, "kind">)
  | { readonly kind: "feed"; readonly feed: Feed }
  | {
      readonly kind: "nothing";
      readonly why: string;
      readonly cause?: FailureCause;
      /** There may have been an article here before. */
      readonly isGone?: boolean;
    };

export type DocumentSource = {
  /** A path or an address. */
  readonly name: string;
  /** Where it was published, if it was fetched. */
  readonly url?: string;
  readonly contentType?: string;
};

const MARKDOWN = /\.(?:md|markdown)$/iu;
/** The start of a Markdown article, pasted for example. */
const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\n(?:[^\n]*\n)*?title:/u;
const HTML_TYPE = /html/iu;
const HTML =
  /<(?:!doctype html|html|head|body|article|main|div|p|h[1-6]|meta|script|table|span)[\s>]/iu;
/** A text may speak of tags. */
const HTML_AT_START = /^\s*<(?:!doctype|html|head|body)[\s>]/iu;
const PLAIN_TEXT = /\.(?:txt|text)$/iu;
/** Where markup starts if a text is a page. */
const HEAD_LENGTH = 4096;
const PICTURE = /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/iu;
/** JSON, and XML that is neither a page nor a feed. */
const DATA = /^\s*(?:[{[]\s*["{[\]}]|<\?xml[\s>])/iu;
const NO_TEXT = "this is no text to read: name a page, a text, Markdown or a feed";
const SUBSCRIBERS = "the page is for subscribers, so that some of the article may be missing";

/** Tells what a text is, and reads it. */
export function readDocument(text: string, source: DocumentSource): ReadDocument {
  const { name, url, contentType = "" } = source;
  if (isBinary(text) || PICTURE.test(text)) return { kind: "nothing", why: NO_TEXT };
  const feed = readFeed(text);
  if (feed) return { kind: "feed", feed };
  if (MARKDOWN.test(name) || FRONT_MATTER.test(text.slice(0, HEAD_LENGTH)))
    return readMarkdown(text, name);
  const markup = isPlainText(source) ? HTML_AT_START : HTML;
  if (HTML_TYPE.test(contentType) || markup.test(text.slice(0, HEAD_LENGTH)))
    return readPage(text, url);
  if (DATA.test(text)) return { kind: "nothing", why: NO_TEXT };
  const article = readPlainText(joinLists(unwrapLines(text)));
  if (article) return extracted(url === undefined ? article : { ...article, source: { url } });
  return {
    kind: "nothing",
    why: "there is no article in this text: write a title and a paragraph",
  };
}

function isPlainText({ name, contentType = "" }: DocumentSource): boolean {
  return PLAIN_TEXT.test(name) || contentType.startsWith("text/plain");
}

const REPLACED = /\uFFFD/gu;
const MAX_REPLACED = 0.05;

/** A picture, an archive: no text has zeros, or many characters that cannot be read. */
function isBinary(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH);
  const replaced = head.match(REPLACED)?.length ?? 0;
  return head.includes("\u0000") || replaced > head.length * MAX_REPLACED;
}

function readMarkdown(text: string, name: string): ReadDocument {
  const parsed = parseArticle(text, name);
  if (parsed.kind === "parsed") return { ...parsed, kind: "written" };
  return { kind: "nothing", why: parsed.diagnostics.map(formatDiagnostic).join("\n") };
}

function readPage(html: string, url: string | undefined): ReadDocument {
  const page = extractPage(html, url);
  if (page.kind === "nothing") {
    const { why } = page;
    const told = { why: describeNoArticle(why), cause: causeOf({ kind: why }) };
    return { kind: "nothing", ...told, isGone: why === "missing" };
  }
  const { kind: _kind, ...found } = page;
  return { kind: "extracted", ...found, remarks: found.isForSubscribers ? [SUBSCRIBERS] : [] };
}

function extracted(article: ExtractedArticle): ReadDocument {
  const isFree = { isNotToBeKept: false, isForSubscribers: false };
  return { kind: "extracted", article, remarks: [], ...isFree };
}
