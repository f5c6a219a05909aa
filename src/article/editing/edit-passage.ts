import { isDeepStrictEqual } from "node:util";
import type { Article, Passage } from "../article.ts";
import { parseArticle } from "../parsing/parse-article.ts";
import { writePassage } from "../writing/write-article.ts";
import { type EditedText, faulty, passagesOf, problem } from "./edited-text.ts";
import { patchBlock } from "./patch-block.ts";

/**
 * Changes what a passage's attributes say, its words staying as they are. Only its own lines are touched, and only if
 * the file then reads as before but for this passage.
 */
export function editPassage(
  markdown: string,
  file: string,
  id: string,
  edit: (passage: Passage) => Passage,
): EditedText {
  const read = parseArticle(markdown, file);
  if (read.kind === "faulty") return faulty(read.diagnostics);
  const { article, lines } = read;
  const before = passagesOf(article).find((passage) => passage.id === id);
  const line = lines.get(id);
  if (!before || line === undefined) return problem(GONE);
  const after = edit(before);
  const expected = withPassage(article, before, after);
  if (isDeepStrictEqual(expected, article)) return { kind: "edited", text: markdown, article };

  const change = { before, after, publisher: article.source.publisher };
  for (const block of blocksFrom(markdown, line, lines)) {
    for (const source of sourcesFor(block.source, change)) {
      const text = block.above + source + block.below;
      const parsed = parseArticle(text, file);
      if (parsed.kind === "parsed" && isSame(parsed.article, expected)) {
        return { kind: "edited", text, article: parsed.article };
      }
    }
  }
  return problem(
    `This passage is marked up in a way that cannot be changed here: edit ${file}:${line}.`,
  );
}

const GONE = "This passage is no longer in the file.";

function withPassage(article: Article, before: Passage, after: Passage): Article {
  return {
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => (passage === before ? after : passage)),
    })),
  };
}

/** Whether nobody speaks is derived from the passages, so that it may change with one. */
function isSame(article: Article, expected: Article): boolean {
  const [one, other] = [article, expected].map(({ lacksSpeakers: _derived, ...stated }) => stated);
  return isDeepStrictEqual(one, other);
}

type SourceBlock = { readonly above: string; readonly source: string; readonly below: string };

const LINE = /[^\n]*\n?/gu;
const BLANK = /^\s*$/u;

/** The lines of a passage; and those with the paragraph below it, which may be its braces. */
function blocksFrom(
  markdown: string,
  line: number,
  lines: ReadonlyMap<string, number>,
): SourceBlock[] {
  const all = markdown.match(LINE) ?? [];
  const from = line - 1;
  const isNext = new Set([...lines.values()].map((start) => start - 1));
  const end = endOfParagraph(all, from, isNext);
  const below = all.findIndex((text, at) => at >= end && !BLANK.test(text));
  const hasBraces = all[below]?.trimStart().startsWith("{") === true && !isNext.has(below);
  const ends = hasBraces ? [endOfParagraph(all, below, isNext), end] : [end];
  return ends.map((upTo) => ({
    above: all.slice(0, from).join(""),
    source: all.slice(from, upTo).join(""),
    below: all.slice(upTo).join(""),
  }));
}

/** The first blank line, or that of another passage: the items of a list need no blank lines. */
function endOfParagraph(all: readonly string[], from: number, isNext: ReadonlySet<number>): number {
  const end = all.findIndex((text, at) => at > from && (BLANK.test(text) || isNext.has(at)));
  return end < 0 ? all.length : end;
}

/** What opens a list item or a quotation. */
const PREFIX = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)]|>)[ \t]+)*/u;
const TRAILING_SPACE = /\s*$/u;

/** With as much of the source kept as possible; else the passage is written anew. */
function sourcesFor(source: string, change: Parameters<typeof patchBlock>[1]): string[] {
  const patched = patchBlock(source, change);
  const prefix = PREFIX.exec(source)?.[0] ?? "";
  const trailing = TRAILING_SPACE.exec(source)?.[0] ?? "";
  const anew = `${prefix}${writePassage(change.after, { id: change.after.id, publisher: change.publisher })}${trailing}`;
  return patched === undefined ? [anew] : [patched, anew];
}
