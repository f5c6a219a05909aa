import { stripInvisible } from "../article/invisible-characters.ts";
import type { ExtractedArticle } from "./extracted-article.ts";

const LINE_ENDS = /\r\n?|\n/u;
const SPACES = /\s+/gu;

/** Reads plain text: each line is a paragraph. Without a title, the first line is the title. */
export function readPlainText(text: string, title?: string): ExtractedArticle | undefined {
  const lines = text
    .split(LINE_ENDS)
    .map((line) => stripInvisible(line).replace(SPACES, " ").trim())
    .filter((line) => line !== "");
  const [first = ""] = lines;
  const headline = title?.trim() || first;
  const paragraphs = first === headline ? lines.slice(1) : lines;
  if (headline === "" || paragraphs.length === 0) return undefined;
  return {
    title: headline,
    source: {},
    blocks: paragraphs.map((paragraph) => ({ kind: "paragraph", text: paragraph })),
  };
}
