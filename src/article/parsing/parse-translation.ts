import type { Article, Passage, Section } from "../article.ts";
import { translationFields } from "../front-matter/fields.ts";
import { checkAttributes } from "./validate-attributes.ts";
import { cleanSource } from "../invisible-characters.ts";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import type { Language } from "../../languages/language.ts";
import { strangeLetters } from "../../languages/letters.ts";
import type { Block } from "../markdown/block-collector.ts";
import { readBlocks } from "../markdown/read-blocks.ts";
import { byLine, listed, type Mistake, type Report } from "../diagnostic.ts";
import { findTitle, withoutTitle } from "./parse-article.ts";
import { translatedAttributes } from "./parse-passage.ts";
import { sectionReader } from "./parse-section.ts";
import { takeComments } from "../markdown/strip-comments.ts";
import { matchSpans } from "./match-spans.ts";
import type { TranslatedPassage, Translation } from "../translation.ts";

export type ParsedTranslation =
  | { readonly kind: "parsed"; readonly translation: Translation }
  | { readonly kind: "faulty"; readonly mistakes: readonly Mistake[] };

/** What a translation is made of, and of what; of an article that could not be read nothing is known. */
type Original = { readonly article: Article | undefined; readonly language: Language };

/** Reads a translation of an article, held against it; every mistake is told, not just the first. */
export function parseTranslation(
  markdown: string,
  file: string,
  { article, language }: Original,
): ParsedTranslation {
  const clean = cleanSource(markdown, file);
  const mistakes: Mistake[] = [...clean.mistakes];
  const report: Report = (line, message) => void mistakes.push({ file, line, message });

  const frontMatter = readFrontMatter(clean.text, translationFields);
  for (const { line, message } of frontMatter.mistakes) report(line, message);
  const { data, body, linesAbove, lineOf } = frontMatter;
  for (const id of strangersAmong(Object.keys(data.people), article)) {
    report(lineOf(["people", id]), `the article has no person \`${id}\`: mend the id`);
  }
  const blocks = readBlocks(takeComments(body, report, linesAbove), report, linesAbove);
  const title = findTitle(data, blocks) ?? file;
  if (title === file && !frontMatter.isUnread("title")) {
    report(1, "the translation has no title: write `title: …` in the front matter");
  }
  const text = withoutTitle(blocks, { data, title }, report);
  const headings = readHeadings(text, article, report);
  const passages = readPassages(text, { article, language }, report);

  if (mistakes.length > 0) return { kind: "faulty", mistakes: mistakes.toSorted(byLine) };
  const people = new Map(Object.entries(data.people));
  const words = { title, people, headings, passages, suggestedQuestions: data.questions };
  return { kind: "parsed", translation: { language, ...words } };
}

function strangersAmong(ids: readonly string[], article: Article | undefined): string[] {
  const known = new Set(article?.people.map(({ id }) => id));
  return article ? ids.filter((id) => !known.has(id)) : [];
}

function readHeadings(
  blocks: readonly Block[],
  article: Article | undefined,
  report: Report,
): Translation["headings"] {
  const known = new Set(article?.sections.map(({ id }) => id));
  const readSection = sectionReader(report);
  const headings = new Map<string, Pick<Section, "heading" | "summary">>();
  for (const block of blocks.filter(({ type }) => type === "heading")) {
    const { id, ...words } = readSection(block);
    if (known.has(id)) headings.set(id, words);
    else if (article) report(block.line, missing(block, "section", known));
  }
  return headings;
}

function readPassages(
  blocks: readonly Block[],
  { article, language }: Original,
  report: Report,
): Map<string, TranslatedPassage> {
  const passages = article?.sections.flatMap((section) => section.passages) ?? [];
  const originals = new Map(passages.map((passage) => [passage.id, passage]));
  const read = new Map<string, TranslatedPassage>();
  for (const block of blocks.filter(({ type }) => type === "paragraph")) {
    const said = { of: "a passage", given: block.attributes };
    const { id = "", lead, note, keywords } = checkAttributes(said, translatedAttributes, report);
    const original = originals.get(id);
    if (!original && article) report(block.line, missing(block, "passage", originals.keys()));
    else if (id !== "" && read.has(id))
      report(block.line, `passage \`${id}\` is translated above already`);
    const words = {
      text: block.text,
      ...(lead !== undefined && { lead }),
      ...(note !== undefined && { note }),
    };
    if (!block.isFaulty) {
      for (const message of shortcomings(words, original, language)) report(block.line, message);
    }
    const { line, text } = block;
    const spans = original
      ? matchSpans(block.spans, { text, passage: original, line }, report)
      : [];
    read.set(id, { ...words, keywords, spans });
  }
  return read;
}

function missing({ attributes }: Block, what: string, known: Iterable<string>): string {
  const id = attributes.get("id")?.value;
  const way = `take one of the article's: ${listed(known)}`;
  return id === undefined
    ? `this names no ${what}: write \`{#id}\` behind it, and ${way}`
    : `the article has no ${what} \`${id}\`: ${way}`;
}

/** What readers of the language would miss, or not understand. */
function shortcomings(
  words: Pick<Passage, "text" | "lead" | "note">,
  original: Passage | undefined,
  language: Language,
): string[] {
  const lacking = (["lead", "note"] as const)
    .filter((part) => original?.[part] !== undefined && words[part] === undefined)
    .map((part) => `the passage has a ${part} in the article: translate it as ${part}="…"`);
  const strange = strangeLetters(words.text, language);
  return strange === undefined ? lacking : [`the text ${strange}: translate it`, ...lacking];
}
