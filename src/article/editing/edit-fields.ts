import { isDeepStrictEqual } from "node:util";
import { type Document, isCollection, isMap, isPair, parseDocument } from "yaml";
import type { Article, Passage, Person } from "../article.ts";
import { findFences, readFrontMatter } from "../front-matter/read-front-matter.ts";
import { articleSchema } from "../front-matter/schema.ts";
import { parseArticle } from "../parsing/parse-article.ts";
import { type EditedText, faulty, passagesOf, problem } from "./edited-text.ts";

/** A field of the front matter, such as `["people", "renn", "name"]`, and its value; without one, it is taken out. */
export type FieldEdit = {
  readonly path: readonly string[];
  readonly value?:
    | string
    | readonly string[]
    | Readonly<Record<string, string | readonly string[]>>;
};

/**
 * Changes fields of the front matter and leaves its comments, other fields and everything below as they are. Without
 * front matter, the article gets some.
 */
export function editFields(
  markdown: string,
  file: string,
  edits: readonly FieldEdit[],
): EditedText {
  const before = parseArticle(markdown, file);
  if (before.kind === "faulty") return faulty(before.diagnostics);
  const lineEnd = markdown.includes("\r\n") ? "\r\n" : "\n";
  const text = withFields(markdown.replaceAll("\r\n", "\n"), edits).replaceAll("\n", lineEnd);
  const after = parseArticle(text, file);
  if (after.kind === "faulty") return faulty(after.diagnostics);
  if (!isDeepStrictEqual(wordsOf(after.article), wordsOf(before.article))) {
    return problem(`The front matter cannot be changed here: edit ${file} itself.`);
  }
  return { kind: "edited", text, article: after.article };
}

/** Whether the file has a person of this id; a publisher may be there by name alone. */
export function isListed(markdown: string, id: string): boolean {
  return (
    readFrontMatter(markdown.replaceAll("\r\n", "\n"), articleSchema).data.people[id] !== undefined
  );
}

function withFields(markdown: string, edits: readonly FieldEdit[]): string {
  const fences = findFences(markdown);
  if (typeof fences !== "object") return `---\n${edits.reduce(withField, "")}---\n\n${markdown}`;
  const start = markdown.indexOf("\n", markdown.indexOf("---")) + 1;
  const fields = edits.reduce(withField, fences.source);
  return `${markdown.slice(0, start)}${fields}${markdown.slice(start + fences.source.length)}`;
}

function withField(source: string, { path, value }: FieldEdit): string {
  const document = parseDocument(source, { schema: "failsafe", customTags: ["null"] });
  const before = document.toString(STYLE);
  if (value === undefined) {
    document.deleteIn(path);
    dropEmpty(document, path.slice(0, -1));
  } else if (typeof value === "string") document.setIn(path, value);
  else {
    const node = document.createNode(value);
    // What stands beside it tells how editors like it written.
    if (isCollection(node)) node.flow = isFlow(document, path);
    document.setIn(path, node);
  }
  return keepingLines(source, before, document.toString(STYLE));
}

/** Long lines stay as they are. */
const STYLE = { lineWidth: 0 } as const;

/**
 * The library writes all fields in one style. Lines that it writes as before the edit are those of the source, as
 * long as it writes the source line by line.
 */
function keepingLines(source: string, before: string, after: string): string {
  const [own, old, now] = [source, before, after].map((text) => text.split("\n"));
  if (!own || !old || !now || own.length !== old.length) return after;
  const most = Math.min(old.length, now.length);
  let above = 0;
  while (above < most && old[above] === now[above]) above += 1;
  let below = 0;
  while (below < most - above && old.at(-1 - below) === now.at(-1 - below)) below += 1;
  return [
    ...own.slice(0, above),
    ...now.slice(above, now.length - below),
    ...own.slice(own.length - below),
  ].join("\n");
}

function dropEmpty(document: Document, path: readonly string[]): void {
  const parent = document.getIn(path);
  if (path.length > 0 && isCollection(parent) && parent.items.length === 0) document.deleteIn(path);
}

function isFlow(document: Document, path: readonly string[]): boolean {
  const old = document.getIn(path);
  if (isCollection(old)) return old.flow === true;
  const parent = document.getIn(path.slice(0, -1));
  if (!isMap(parent) || path.length === 1) return false;
  if (parent.flow === true) return true;
  return parent.items.some(
    (pair) => isPair(pair) && isCollection(pair.value) && pair.value.flow === true,
  );
}

/** All that front matter does not say. What the publisher says, any other publisher would. */
function wordsOf(article: Article) {
  const { publisher } = article.source;
  const idOf = (speaker: Person | undefined) => (speaker === publisher ? undefined : speaker?.id);
  return passagesOf(article).map(
    ({ speaker, spans = [], ...passage }): Omit<Passage, "speaker" | "spans"> & Spoken => ({
      ...passage,
      by: idOf(speaker),
      spans: spans.map((span) => ({ ...span, speaker: idOf(span.speaker) })),
    }),
  );
}

type Spoken = { readonly by: Person["id"] | undefined; readonly spans: readonly object[] };
