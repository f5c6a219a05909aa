import { z } from "zod";
import type { ExtractedArticle } from "../import/extracted-article.ts";
import { proposeArticle } from "../import/propose-article.ts";
import { extractPage } from "../import/extract/extract-page.ts";
import { describeNoArticle } from "../import/describe-failure.ts";
import { readPlainText } from "../import/read-plain-text.ts";
import { articleRecord } from "./article-record.ts";
import { lineIdSchema, readJsonLine, type LineError, type LineId } from "./json-line.ts";

const EXAMPLE = '{"id": 1, "text": "A title\\nA paragraph."}';

const text = z.string("has to be a text").nullish();

const lineSchema = lineIdSchema.extend({
  html: text,
  text,
  url: text,
  title: text,
  language: text,
});

type ImportedLine = { readonly id: LineId } & ReturnType<typeof articleRecord>;

/** Imports one line of `import --jsonl`. */
export function importLine(line: string): ImportedLine | LineError {
  const read = readJsonLine(line, lineSchema, EXAMPLE);
  if ("error" in read) return read;
  const { id, ...source } = read.data;
  const found = extracted(source);
  if ("error" in found) return { id, ...found };
  return { id, ...articleRecord(proposeArticle(withStated(found, source))) };
}

type Source = Omit<z.infer<typeof lineSchema>, "id">;

function extracted({
  html,
  text: plain,
  title,
  url,
}: Source): ExtractedArticle | { error: string } {
  if (typeof html === "string") {
    const page = extractPage(html, url ?? undefined);
    return page.kind === "article" ? page.article : { error: describeNoArticle(page.why) };
  }
  if (typeof plain !== "string") {
    return { error: `this line has neither \`html\` nor \`text\`: write it as ${EXAMPLE}` };
  }
  const article = readPlainText(plain, title ?? undefined);
  return article ?? { error: "there is no article in this text: write a title and a paragraph" };
}

/** What the line says about the article takes precedence. */
function withStated(article: ExtractedArticle, { url, title, language }: Source): ExtractedArticle {
  return {
    ...article,
    ...(typeof title === "string" && title.trim() !== "" && { title: title.trim() }),
    ...(typeof language === "string" && language !== "" && { language }),
    source: { ...article.source, ...(typeof url === "string" && url !== "" && { url }) },
  };
}
