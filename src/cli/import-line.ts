import { z } from "zod";
import type { ExtractedArticle } from "../import/extracted-article.ts";
import { proposeArticle } from "../import/propose-article.ts";
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
  if (typeof source.text !== "string") {
    return { id, error: `this line has no \`text\`: write it as ${EXAMPLE}` };
  }
  const extracted = readPlainText(source.text, source.title ?? undefined);
  if (!extracted) {
    return { id, error: "there is no article in this text: write a title and a paragraph" };
  }
  return { id, ...articleRecord(proposeArticle(withStated(extracted, source))) };
}

type Stated = {
  readonly url?: string | null | undefined;
  readonly language?: string | null | undefined;
};

/** What the line says about the article takes precedence. */
function withStated(extracted: ExtractedArticle, { url, language }: Stated): ExtractedArticle {
  return {
    ...extracted,
    ...(typeof language === "string" && language !== "" && { language }),
    source: { ...extracted.source, ...(typeof url === "string" && url !== "" && { url }) },
  };
}
