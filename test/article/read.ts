import type { Article, Passage } from "../../src/article/article.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";

/** Eight lines, so the text below starts on line 10. */
const FRONT_MATTER = `---
title: The ferry
source: { publisher: gazette }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  ann: { name: Ann Other, capacity: captain }
  renn: { name: Tobias Renn, capacity: director }
---
`;

function read(body: string, head = "") {
  return parseArticle(`${FRONT_MATTER}${head}\n${body}\n`, "ferry.md");
}

/** An article with this text, and a newspaper, a captain and a director as its people. */
export function parsed(body: string): Article {
  const result = read(body);
  if (result.kind === "faulty")
    throw new Error(result.diagnostics.map(formatDiagnostic).join("\n"));
  return result.article;
}

export function passagesOf(body: string): readonly Passage[] {
  return parsed(body).sections.flatMap(({ passages }) => passages);
}

export function mistakesIn(body: string, head = ""): string[] {
  const result = read(body, head);
  return result.kind === "faulty" ? result.diagnostics.map(formatDiagnostic) : [];
}
