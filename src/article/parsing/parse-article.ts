import type { Article, Person, Section } from "../article.ts";
import { articleFields, type FrontMatter } from "../front-matter/fields.ts";
import { cleanSource } from "../invisible-characters.ts";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import type { Block } from "../markdown/block-collector.ts";
import { readBlocks } from "../markdown/read-blocks.ts";
import { byLine, type Mistake, type Report } from "../diagnostic.ts";
import { passageReader } from "./parse-passage.ts";
import { sectionReader } from "./parse-section.ts";
import { takeComments } from "../markdown/strip-comments.ts";
import { describeSource, findPublisher } from "./parse-source.ts";
import { slugify } from "../slug.ts";

export type ParsedArticle =
  | { readonly kind: "parsed"; readonly article: Article }
  | { readonly kind: "faulty"; readonly mistakes: readonly Mistake[] };

/** Reads an article from Markdown with YAML front matter; every mistake is told, not just the first. */
export function parseArticle(markdown: string, file: string): ParsedArticle {
  const clean = cleanSource(markdown, file);
  const mistakes: Mistake[] = [...clean.mistakes];
  const report: Report = (line, message) => void mistakes.push({ file, line, message });

  const frontMatter = readFrontMatter(clean.text, articleFields);
  for (const { line, message } of frontMatter.mistakes) report(line, message);
  const { data, body, linesAbove } = frontMatter;
  const blocks = readBlocks(takeComments(body, report, linesAbove), report, linesAbove);

  const title = findTitle(data, blocks);
  if (title === undefined && !frontMatter.isUnread("title")) {
    report(1, "the article has no title: write `title: …` in the front matter, or `# Title` first");
  }
  const name = title ?? file;
  const people = readPeople(data);
  const publisher = findPublisher(frontMatter, people, report);
  if (publisher && !people.includes(publisher)) people.push(publisher);
  // Of whom cannot be read in the front matter, every `by` would be told as a second mistake.
  const isUnread = (id: string) =>
    frontMatter.isUnread(`people.${id}`) || frontMatter.isUnread("source.publisher");
  const text = withoutTitle(blocks, { data, title: name }, report);
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const sections = readSections(text, { people: peopleById, publisher, isUnread, report });
  if (sections.length === 0) {
    report(linesAbove + 1, "the article is empty: write at least one paragraph under the title");
  }

  if (mistakes.length > 0) return { kind: "faulty", mistakes: mistakes.toSorted(byLine) };
  const article = { slug: slugOfFile(file), title: name, language: data.language, text: data.text };
  const source = { ...(publisher && { publisher }), ...describeSource(data, name) };
  return {
    kind: "parsed",
    article: {
      ...article,
      source,
      people,
      sections,
      suggestedQuestions: data.questions,
      translations: [],
    },
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

/** The text below the title, where that is a heading; braces behind it would be about nothing. */
export function withoutTitle(
  blocks: readonly Block[],
  { data, title }: { readonly data: Pick<FrontMatter, "title">; readonly title: string },
  report: Report,
): readonly Block[] {
  const index = blocks.findIndex(({ level, text }) => level === 1 && text === title);
  const headline = data.title === undefined || index === 0 ? blocks[index] : undefined;
  if (!headline) return blocks;
  if (headline.attributes.size > 0) report(headline.line, "a title takes no braces: take them out");
  return blocks.toSpliced(index, 1);
}

function readPeople(data: FrontMatter): Person[] {
  return Object.entries(data.people).map(([id, person]) => ({ id, ...person }));
}

function readSections(
  blocks: readonly Block[],
  speakers: Parameters<typeof passageReader>[0],
): Section[] {
  const readPassage = passageReader(speakers);
  const startSection = sectionReader(speakers.report);
  const untitled = { id: "text", passages: [] };
  const sections: (Omit<Section, "passages"> & { passages: Section["passages"][number][] })[] = [
    untitled,
  ];

  for (const block of blocks) {
    if (block.type === "heading") sections.push({ ...startSection(block), passages: [] });
    else sections.at(-1)?.passages.push(readPassage(block));
  }
  return sections.filter(({ passages }) => passages.length > 0);
}
