import type { Article, Passage, Person, Section } from "../article.ts";
import { derivedPassageId } from "../parsing/parse-passage.ts";
import { slugify } from "../slug.ts";
import { escapeAll, escapedLine, type Escape } from "./escape-markdown.ts";
import { headingBraces, passageBraces, spanBraces } from "./write-attributes.ts";
import { isPlainText, writeFrontMatter } from "./write-front-matter.ts";

/** The Markdown that `parseArticle` reads as this article. Translations have files of their own. */
export function writeArticle(article: Article): string {
  const { title, sections, source } = article;
  const heading = isPlainText(title) ? [] : [`# ${escapeAll(title)}`];
  const sectionIds = takenIds();
  const passageIds = takenIds();
  const blocks = sections.flatMap((section) => [
    ...writeHeading(section, sectionIds),
    ...section.passages.map((passage) =>
      writePassage(passage, {
        id: passageIds(passage.id, derivedPassageId(passage.text)),
        publisher: source.publisher,
      }),
    ),
  ]);
  const head = writeFrontMatter(article);
  const body = [...heading, ...blocks].join("\n\n");
  return `${[head, body].filter((part) => part !== "").join("\n")}\n`;
}

/** Tells which ids have to be written: those that would not be derived from the text. */
function takenIds() {
  const taken = new Set<string>();
  return (id: string, derived: string): string | undefined => {
    const isDerived = id === derived && !taken.has(id);
    taken.add(id);
    return isDerived ? undefined : id;
  };
}

type WrittenId = ReturnType<typeof takenIds>;

function writeHeading(section: Section, writtenId: WrittenId): string[] {
  const { id, heading } = section;
  if (heading === undefined) return [];
  const braces = headingBraces(section, writtenId(id, slugify(heading)));
  return [escapedLine((escape) => joined(`## ${escape(heading)}`, braces), heading)];
}

/** A paragraph on one line. `id`: if it has to be written. */
export function writePassage(
  passage: Passage,
  { id, publisher }: { readonly id: string | undefined; readonly publisher: Person | undefined },
): string {
  const { text, spans = [] } = passage;
  const braces = passageBraces(passage, { id, publisher });
  return escapedLine(
    (escape) => joined(wordsWithSpans(passage, publisher, escape), braces),
    text,
    spans.map(({ start, end }) => [start, end]),
  );
}

function joined(words: string, braces: string): string {
  return braces === "" ? words : `${words} ${braces}`;
}

/** `A [b]{by=c} d` */
function wordsWithSpans(
  { text, spans = [], ...passage }: Passage,
  publisher: Person | undefined,
  escape: Escape,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of spans) {
    const { start, end } = span;
    const braces = spanBraces(span, passage, publisher);
    parts.push(escape(text.slice(at, start)), `[${escape(text.slice(start, end))}]${braces}`);
    at = end;
  }
  return [...parts, escape(text.slice(at))].join("");
}
