import type { Article, Person, Section, Source } from "../article.ts";
import { articleSchema, type FrontMatter } from "../front-matter/schema.ts";
import { cleanSource } from "../invisible-characters.ts";
import { readFrontMatter, type FrontMatterResult } from "../front-matter/read-front-matter.ts";
import type { Block } from "../markdown/block-collector.ts";
import { readBlocks } from "../markdown/read-blocks.ts";
import { byLine, listNames, type Diagnostic, type ReportDiagnostic } from "../diagnostic.ts";
import { passageReader } from "./parse-passage.ts";
import { sectionReader } from "./parse-section.ts";
import { stripComments } from "../markdown/strip-comments.ts";
import { SLUG, slugify } from "../slug.ts";
import { languageOfText } from "../language-of-text.ts";

export type ParsedArticle =
  | {
      readonly kind: "parsed";
      readonly article: Article;
      /** Where each passage starts, by its id; counted from 1. */
      readonly lines: ReadonlyMap<string, number>;
    }
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/** Parses Markdown with YAML front matter; reports every mistake, not just the first. */
export function parseArticle(markdown: string, file: string): ParsedArticle {
  const clean = cleanSource(markdown, file);
  const diagnostics: Diagnostic[] = [...clean.diagnostics];
  const report: ReportDiagnostic = (line, message) =>
    void diagnostics.push({ file, line, message });

  const frontMatter = readFrontMatter(clean.text, articleSchema);
  for (const { line, message } of frontMatter.diagnostics) report(line, message);
  if (frontMatter.isNewer) return { kind: "faulty", diagnostics };
  const { data, body, linesAbove, lineOf } = frontMatter;
  const blocks = readBlocks(stripComments(body, report, linesAbove), report, linesAbove);

  const title = findTitle(data, blocks);
  if (title === undefined && !frontMatter.isUnreadable("title")) {
    report(
      1,
      "the article has no title: write `title: …` in the front matter, or start with `# Title`",
    );
  }
  const name = title ?? file;
  const people = readPeople(data);
  for (const { id, capacity } of people) {
    // Import does not know everybody's capacity, and invents none.
    if (capacity !== undefined || data.imported !== undefined) continue;
    const line = lineOf(["people", id]);
    if (diagnostics.every((known) => known.line !== line))
      report(line, `\`people.${id}.capacity\` is missing: add it`);
  }
  const publisher = findPublisher(frontMatter, people, report);
  if (publisher && !people.includes(publisher)) people.push(publisher);
  // If a person's entry is unreadable, that has been reported; do not report every `by` as well.
  const isUnreadable = (id: string) =>
    frontMatter.isUnreadable(`people.${id}`) || frontMatter.isUnreadable("source.publisher");
  const paragraphs = withoutTitle(blocks, { data, title: name }, report);
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const { sections, lines } = readSections(paragraphs, {
    people: peopleById,
    publisher,
    isUnreadable,
    report,
  });
  if (sections.length === 0) {
    report(linesAbove + 1, "the article is empty: write at least one paragraph under the title");
  }

  if (diagnostics.length > 0) return { kind: "faulty", diagnostics: diagnostics.toSorted(byLine) };
  const language = data.language ?? languageOfText(name, sections);
  const article = { slug: slugOfFile(file), title: name, language, text: data.text };
  const source = { ...(publisher && { publisher }), ...describeSource(data, name) };
  return {
    kind: "parsed",
    article: {
      ...article,
      source,
      ...(data.embargo !== undefined && { embargo: data.embargo }),
      people,
      sections,
      ...suggestedQuestions(data),
      ...(data.imported !== undefined && { imported: data.imported }),
      ...(data.imported === undefined && !paragraphs.some(namesSpeaker) && { lacksSpeakers: true }),
      translations: [],
    },
    lines,
  };
}

function namesSpeaker({ attributes, spans }: Block): boolean {
  return attributes.has("by") || spans.length > 0;
}

function suggestedQuestions(data: FrontMatter) {
  const proposed = data["proposed-questions"];
  return {
    suggestedQuestions: [...data.questions, ...proposed],
    ...(proposed.length > 0 && { proposedQuestions: proposed }),
  };
}

/** `content/Xi in Moscow.md` → `xi-in-moscow` */
export function slugOfFile(file: string): string {
  return slugify(file.replace(/^.*[\\/]/u, "").replace(/\.md$/iu, ""));
}

export function findTitle(
  data: Pick<FrontMatter, "title">,
  blocks: readonly Block[],
): string | undefined {
  return data.title ?? blocks.find(({ type, level }) => type === "heading" && level === 1)?.text;
}

/** The blocks without the title's heading; reports attributes on it. */
export function withoutTitle(
  blocks: readonly Block[],
  { data, title }: { readonly data: Pick<FrontMatter, "title">; readonly title: string },
  report: ReportDiagnostic,
): readonly Block[] {
  const index = blocks.findIndex(({ level, text }) => level === 1 && text === title);
  const headline = data.title === undefined || index === 0 ? blocks[index] : undefined;
  if (!headline) return blocks;
  if (headline.attributes.size > 0)
    report(headline.line, "a title takes no attributes: remove the braces");
  return blocks.toSpliced(index, 1);
}

function readPeople(data: FrontMatter): Person[] {
  return Object.entries(data.people).map(([id, person]) => ({ id, ...person }));
}

function readSections(
  blocks: readonly Block[],
  speakers: Parameters<typeof passageReader>[0],
): { readonly sections: Section[]; readonly lines: ReadonlyMap<string, number> } {
  const readPassage = passageReader(speakers);
  const startSection = sectionReader(speakers.report);
  const untitled = { id: "text", passages: [] };
  const sections: (Omit<Section, "passages"> & { passages: Section["passages"][number][] })[] = [
    untitled,
  ];
  const lines = new Map<string, number>();

  for (const block of blocks) {
    if (block.type === "heading") {
      sections.push({ ...startSection(block), passages: [] });
      continue;
    }
    const passage = readPassage(block);
    lines.set(passage.id, block.line);
    sections.at(-1)?.passages.push(passage);
  }
  return { sections: sections.filter(({ passages }) => passages.length > 0), lines };
}

/** The publisher: one of the people by id, or a new one by name. */
function findPublisher(
  { data, lineOf }: FrontMatterResult<FrontMatter>,
  people: readonly Person[],
  report: ReportDiagnostic,
): Person | undefined {
  const { publisher } = data.source;
  if (publisher === undefined) return undefined;

  const known = people.find(({ id }) => id === publisher);
  if (known) return known;
  if (SLUG.test(publisher) && people.length > 0) {
    const names = listNames(people.map(({ id }) => id));
    const message = `publisher \`${publisher}\` is not listed under \`people\` (${names}): add it there, or write the publisher's full name`;
    report(lineOf(["source", "publisher"]), message);
  }
  return { id: slugify(publisher), name: publisher, aliases: [] };
}

/** The source without its publisher; its title defaults to the article's. */
function describeSource(data: FrontMatter, title: string): Omit<Source, "publisher"> {
  const { url, author, published, updated, section } = data.source;
  return {
    title: data.source.title ?? title,
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { publishedOn: published }),
    ...(updated !== undefined && { updatedOn: updated }),
    ...(section !== undefined && { section }),
  };
}
