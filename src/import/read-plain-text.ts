import { stripInvisible } from "../article/invisible-characters.ts";
import type { ExtractedArticle } from "./extracted-article.ts";
import { isIntroduction, listText } from "./list-text.ts";

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
  return paragraphs.map((paragraph) => paragraph.replaceAll(WITHIN_PARAGRAPH, " ")).join("\n");
}

/** Not a dash, which opens direct speech. */
const MARKER = /^\s*(?:[-*•‣▪●◦·]|\d{1,2}[.)])\s+(?=\S)/u;
/** A line break that no item of a list follows. */
const WITHIN_PARAGRAPH = /\n(?!\s*(?:[-*•‣▪●◦·]|\d{1,2}[.)])\s)/gu;

/** The text with each list that a line introduces in one paragraph with it. */
export function joinLists(text: string): string {
  const joined: string[] = [];
  const lines = text.split(LINE_ENDS).filter((line) => line.trim() !== "");
  for (let at = 0; at < lines.length;) {
    const introduction = joined.at(-1) ?? "";
    const items = isIntroduction(introduction) ? itemsFrom(lines.slice(at)) : [];
    if (items.length > 1) joined.splice(-1, 1, ...listText(introduction, items));
    else joined.push(lines[at]?.trim() ?? "");
    at += items.length > 1 ? items.length : 1;
  }
  return joined.join("\n");
}

function itemsFrom(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => !MARKER.test(line));
  const items = end < 0 ? lines : lines.slice(0, end);
  return items.map((line) => line.replace(MARKER, "").trim());
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
