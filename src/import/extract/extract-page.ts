import { languageOfCode } from "../../languages/language.ts";
import { shorten } from "../../text/shorten.ts";
import type { ExtractedArticle, ExtractedBlock } from "../extracted-article.ts";
import { articleBlocks } from "./content/article-blocks.ts";
import { isProse } from "./content/block-forms.ts";
import { withoutCredit } from "./content/boilerplate-lines.ts";
import { blocksInText } from "./content/json-ld-blocks.ts";
import { mergeBlocks } from "./content/merge-blocks.ts";
import { pageNotice, type PageNotice } from "./content/page-notices.ts";
import { blocksOf } from "./content/page-blocks.ts";
import { cleanText } from "./metadata/clean-text.ts";
import type { StructuredData } from "./metadata/json-ld.ts";
import { articleLanguage } from "./metadata/language.ts";
import { pageMetadata, type PageMetadata } from "./metadata/page-metadata.ts";
import { writtenDay } from "./metadata/published.ts";
import type { PageDocument } from "./page/page-element.ts";
import { parsePage } from "./page/parse-page.ts";
import { removeFurniture } from "./page/remove-furniture.ts";

/** Why there is no article. */
export type NoArticle =
  /** No text on this page is an article. */
  | "no-article"
  /** More elements than any article has. */
  | "too-complex"
  /** The page asks for a password, or for a subscription, instead. */
  | PageNotice
  | "login"
  | "paywall"
  /** A script in the browser would fetch the text. */
  | "script-only";

export type ExtractedPage =
  | {
      readonly kind: "article";
      readonly article: ExtractedArticle;
      /** Only subscribers may read all of it, so that some may be missing. */
      readonly isForSubscribers: boolean;
      /** It asks machines not to keep a copy. */
      readonly isNotToBeKept: boolean;
      /** The address under which the page wants to be known. */
      readonly canonical: string | undefined;
      /** When it was published, or will be. */
      readonly releasedAt: string | undefined;
    }
  | { readonly kind: "nothing"; readonly why: NoArticle };

/** Finds the article on a page. `url`: where the page comes from, if that is known. */
export function extractPage(html: string, url?: string): ExtractedPage {
  const document = parsePage(html);
  if (!document) return { kind: "nothing", why: "too-complex" };
  const metadata = pageMetadata(document, url);
  const without = whatIsInstead(document, metadata);
  const { blocks, hasWall } = textOf(document, metadata);
  const { record, robots, canonical, releasedAt } = metadata;
  const title = metadata.headline ?? opening(blocks);
  const notice = pageNotice(title, blocks);
  if (notice !== undefined) return { kind: "nothing", why: notice };
  if (lengthOf(blocks) < MIN_ARTICLE) return { kind: "nothing", why: without };
  const article = { ...described(metadata, blocks), title, blocks };
  return {
    kind: "article",
    article,
    isForSubscribers: hasWall || record?.isBehindPaywall === true,
    isNotToBeKept: NOT_TO_BE_KEPT.test(robots),
    canonical,
    releasedAt,
  };
}

const MAX_TITLE = 80;

/** A page without any title is called by how it begins. */
function opening([first]: readonly ExtractedBlock[]): string {
  return shorten(first?.text ?? "", MAX_TITLE);
}

const NOT_TO_BE_KEPT = /\b(?:noarchive|none)\b/iu;
/** The shortest news item that has anything to ask about. */
const MIN_ARTICLE = 80;
/** JSON-LD has more of the article only if it has so much more text. */
const MIN_GAIN = 1.5;

type Text = { readonly blocks: readonly ExtractedBlock[]; readonly hasWall: boolean };

function textOf(document: PageDocument, metadata: PageMetadata): Text {
  removeFurniture(document);
  const { headline, author, publisher, record, description } = metadata;
  const title = document.querySelector("title")?.textContent ?? undefined;
  const known = { titles: [headline, author, publisher, title], description };
  const { blocks, hasWall } = articleBlocks(document, known);
  const shown = mergeBlocks(blocks);
  const stated = [...blocksInText(record?.body ?? ""), ...liveBlocks(record)];
  const longer = lengthOf(stated) > lengthOf(shown) * MIN_GAIN ? stated : shown;
  return { blocks: withCaptions(longer, document), hasWall };
}

/** Each entry of a live blog is a section. */
function liveBlocks(record: StructuredData | undefined): ExtractedBlock[] {
  return (record?.updates ?? []).flatMap(({ headline, body }) => [
    ...(headline === undefined ? [] : [{ kind: "heading" as const, text: cleanText(headline) }]),
    ...blocksInText(body),
  ]);
}

/** With fewer, captions belong to pictures of something else. */
const MIN_CAPTIONS = 3;

/** A gallery's text is below its pictures; above them it has little more than an introduction. */
function withCaptions(
  blocks: readonly ExtractedBlock[],
  { body }: PageDocument,
): readonly ExtractedBlock[] {
  const captions = (body ? blocksOf(body) : [])
    .filter(({ kind }) => kind === "caption")
    .map((block) => ({ ...block, text: withoutCredit(block.text) }))
    .filter(isProse)
    .map(({ text }) => ({ kind: "paragraph" as const, text }));
  const isGallery = captions.length >= MIN_CAPTIONS && lengthOf(captions) > lengthOf(blocks);
  if (isGallery) return [...blocks, ...captions];
  return lengthOf(blocks) < MIN_ARTICLE ? [] : blocks;
}

function lengthOf(blocks: readonly ExtractedBlock[]): number {
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  return paragraphs.reduce((length, { text }) => length + text.length, 0);
}

/** What the page has if it has no article. */
function whatIsInstead(document: PageDocument, { record }: PageMetadata): NoArticle {
  if (record?.isBehindPaywall === true) return "paywall";
  if (document.querySelector('input[type="password"]')) return "login";
  const text = (document.body?.textContent ?? "").trim();
  const hasScript = document.querySelector("script[src]") !== null;
  return hasScript && text.length < MIN_ARTICLE * 4 ? "script-only" : "no-article";
}

function described(
  { headline, publisher, url, author, published, languages }: PageMetadata,
  blocks: readonly ExtractedBlock[],
): Pick<ExtractedArticle, "language" | "source"> {
  const paragraphs = blocks.map(({ text }) => text);
  const language = articleLanguage(languages, paragraphs);
  return {
    language,
    source: {
      ...(publisher !== undefined && { publisher }),
      ...(headline !== undefined && { title: headline }),
      ...(url !== undefined && { url }),
      ...(author !== undefined && { author }),
      ...(published && { published: writtenDay(published, languageOfCode(language) ?? "en") }),
    },
  };
}
