import { stripInvisible } from "../article/invisible-characters.ts";
import type { ExtractedArticle } from "./extracted-article.ts";

const LINE_ENDS = /\r\n?|\n/u;
const SPACES = /\s+/gu;

const BLANK_LINES = /\n[^\S\n]*\n\s*/u;
/** Lines that an editor or a mail program broke have about this length. */
const MIN_WRAPPED = 45;
const MAX_WRAPPED = 110;

/** The text with a line for each paragraph, if blank lines separate paragraphs of several short lines. */
export function unwrapLines(text: string): string {
  const paragraphs = text.replaceAll(/\r\n?/gu, "\n").split(BLANK_LINES);
  const broken = paragraphs.filter((paragraph) => isWrapped(paragraph.trim().split("\n")));
  if (broken.length * 2 < paragraphs.length) return text;
  return paragraphs.map((paragraph) => paragraph.replaceAll("\n", " ")).join("\n");
}

/** All lines but the last are full. */
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  return (
    full.length > 0 && full.every(({ length }) => length >= MIN_WRAPPED && length <= MAX_WRAPPED)
  );
}

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
