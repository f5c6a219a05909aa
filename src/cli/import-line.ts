import { z } from "zod";
import { LANGUAGE_CODE } from "../languages/language.ts";
import type { ExtractedArticle } from "../import/extracted-article.ts";
import { fetchDocument } from "../import/fetch-document.ts";
import type { FetchPage } from "../import/fetch/fetch-page.ts";
import { proposeArticle, type ProposedArticle } from "../import/propose-article.ts";
import { proposeForArticle } from "../import/propose-for-article.ts";
import { extractPage } from "../import/extract/extract-page.ts";
import { describeNoArticle } from "../import/describe-failure.ts";
import { readPlainText } from "../import/read-plain-text.ts";
import { articleRecord } from "./article-record.ts";
import { lineIdSchema, readJsonLine, type LineError, type LineId } from "./json-line.ts";

const EXAMPLE = '{"id": 1, "text": "A title\\nA paragraph."}';

const text = z.string("has to be a text").nullish();
const ADDRESS = "has to be a web address";
const CODE = "has to be a language code: en, uk, ru";
/** Programs also write "" for a missing value. */
const orEmpty = (schema: z.ZodType<string>, error: string) =>
  z.union([z.literal(""), schema], error).nullish();
const url = orEmpty(z.url({ protocol: /^https?$/u, error: ADDRESS }), ADDRESS);
const language = orEmpty(z.string().regex(LANGUAGE_CODE, CODE), CODE);

const lineSchema = lineIdSchema.extend({
  html: text,
  text,
  url,
  title: text,
  language,
});

type ImportedLine = { readonly id: LineId } & ReturnType<typeof articleRecord>;

/** Imports one line of `import --jsonl`. A line with nothing but an address is fetched. */
export function importLine(
  line: string,
  number: number,
  fetchPage: FetchPage,
): ImportedLine | LineError | Promise<ImportedLine | LineError> {
  const read = readJsonLine(line, lineSchema, EXAMPLE);
  const failed = (id: LineId, why: string) => ({ id, error: `line ${number}: ${why}` });
  if ("error" in read) return failed(read.id, read.error);
  const { id, ...source } = read.data;
  const answer = (found: ProposedArticle | { error: string }) =>
    "error" in found ? failed(id, found.error) : { id, ...articleRecord(found) };
  const { html, text: plain, url: address } = source;
  const isFetched = typeof html !== "string" && typeof plain !== "string" && Boolean(address);
  return isFetched
    ? fetched(address ?? "", source, fetchPage).then(answer)
    : answer(proposed(extracted(source), source));
}

type Source = Omit<z.infer<typeof lineSchema>, "id">;
type Extracted = ExtractedArticle | { readonly error: string };

function proposed(found: Extracted, source: Source): ProposedArticle | { error: string } {
  return "error" in found ? found : proposeArticle(withStated(found, source));
}

async function fetched(
  address: string,
  stated: Source,
  fetchPage: FetchPage,
): Promise<ProposedArticle | { error: string }> {
  const document = await fetchDocument(address, fetchPage);
  if (document.kind === "nothing") return { error: document.why };
  if (document.kind === "feed") return { error: FEED };
  if (document.kind === "written") return proposeForArticle(document.article).filed;
  // The page says best what its address is.
  return proposed(document.article, { title: stated.title, language: stated.language });
}

const FEED =
  "this address leads to a feed: name the page of one article, or import the feed without --jsonl";

function extracted({ html, text: plain, title, url: address }: Source): Extracted {
  if (typeof html === "string") {
    const page = extractPage(html, address ?? undefined);
    return page.kind === "article" ? page.article : { error: describeNoArticle(page.why) };
  }
  if (typeof plain !== "string") {
    return {
      error: `this line has neither \`html\`, \`text\` nor \`url\`: write it as ${EXAMPLE}`,
    };
  }
  const article = readPlainText(plain, title ?? undefined);
  return article ?? { error: "there is no article in this text: write a title and a paragraph" };
}

/** What the line says about the article takes precedence. */
function withStated(article: ExtractedArticle, stated: Source): ExtractedArticle {
  const title = stated.title?.trim() || article.title;
  const code = stated.language || article.language;
  const address = stated.url || article.source.url;
  return {
    ...article,
    title,
    ...(code !== undefined && { language: code }),
    source: { ...article.source, ...(address !== undefined && { url: address }) },
  };
}
