import type { Article, Passage, Section } from "../article.ts";
import { translationSchema } from "../front-matter/schema.ts";
import { validateAttributes } from "./validate-attributes.ts";
import { cleanSource } from "../invisible-characters.ts";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import type { Language } from "../../languages/language.ts";
import { LANGUAGE_PACKS, packFor } from "../../languages/packs.ts";
import { foreignLetters } from "../../languages/foreign-letters.ts";
import type { Block } from "../markdown/block-collector.ts";
import { readBlocks } from "../markdown/read-blocks.ts";
import { byLine, listNames, type Diagnostic, type ReportDiagnostic } from "../diagnostic.ts";
import { findTitle, withoutTitle } from "./parse-article.ts";
import { translatedAttributes } from "./parse-passage.ts";
import { sectionReader } from "./parse-section.ts";
import { stripComments } from "../markdown/strip-comments.ts";
import { matchSpans } from "./match-spans.ts";
import type { TranslatedPassage, Translation } from "../translation.ts";

export type ParsedTranslation =
  | { readonly kind: "parsed"; readonly translation: Translation }
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/** What is translated, and into which language. `article` is missing if it could not be read. */
type Original = { readonly article: Article | undefined; readonly language: Language };

/** Parses a translation and checks it against its article; reports every mistake. */
export function parseTranslation(
  markdown: string,
  file: string,
  { article, language }: Original,
): ParsedTranslation {
  const clean = cleanSource(markdown, file);
  const diagnostics: Diagnostic[] = [...clean.diagnostics];
  const report: ReportDiagnostic = (line, message) =>
    void diagnostics.push({ file, line, message });

  const frontMatter = readFrontMatter(clean.text, translationSchema);
  for (const { line, message } of frontMatter.diagnostics) report(line, message);
  if (frontMatter.isNewer) return { kind: "faulty", diagnostics };
  const { data, body, linesAbove, lineOf } = frontMatter;
  for (const id of unknownIds(Object.keys(data.people), article)) {
    report(lineOf(["people", id]), `the article has no person \`${id}\`: correct the id`);
  }
  for (const { id, capacity } of article?.people ?? []) {
    const translated = data.people[id];
    if (capacity === undefined || !translated || translated.capacity !== undefined) continue;
    report(lineOf(["people", id]), `\`people.${id}.capacity\` is missing: add it`);
  }
  const blocks = readBlocks(stripComments(body, report, linesAbove), report, linesAbove);
  const title = findTitle(data, blocks) ?? file;
  if (title === file && !frontMatter.isUnreadable("title")) {
    report(1, "the translation has no title: write `title: …` in the front matter");
  }
  const text = withoutTitle(blocks, { data, title }, report);
  const headings = readHeadings(text, article, report);
  const passages = readPassages(text, { article, language }, report);

  if (diagnostics.length > 0) return { kind: "faulty", diagnostics: diagnostics.toSorted(byLine) };
  const people = new Map(Object.entries(data.people));
  const words = { title, people, headings, passages, suggestedQuestions: data.questions };
  return { kind: "parsed", translation: { language, ...words } };
}

function unknownIds(ids: readonly string[], article: Article | undefined): string[] {
  const known = new Set(article?.people.map(({ id }) => id));
  return article ? ids.filter((id) => !known.has(id)) : [];
}

function readHeadings(
  blocks: readonly Block[],
  article: Article | undefined,
  report: ReportDiagnostic,
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
  report: ReportDiagnostic,
): Map<string, TranslatedPassage> {
  const passages = article?.sections.flatMap((section) => section.passages) ?? [];
  const originals = new Map(passages.map((passage) => [passage.id, passage]));
  const read = new Map<string, TranslatedPassage>();
  for (const block of blocks.filter(({ type }) => type === "paragraph")) {
    const group = { of: "a passage", given: block.attributes };
    const {
      id = "",
      lead,
      note,
      keywords,
    } = validateAttributes(group, translatedAttributes, report);
    const original = originals.get(id);
    if (!original && article) report(block.line, missing(block, "passage", originals.keys()));
    else if (id !== "" && read.has(id))
      report(block.line, `passage \`${id}\` is already translated above: remove one of the two`);
    const words = {
      text: block.text,
      ...(lead !== undefined && { lead }),
      ...(note !== undefined && { note }),
    };
    if (!block.isFaulty) {
      for (const message of translationGaps(words, original, language)) report(block.line, message);
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
  const fix = `use one of the article's: ${listNames(known)}`;
  return id === undefined
    ? `this ${what} has no id: add \`{#id}\` after it, and ${fix}`
    : `the article has no ${what} \`${id}\`: ${fix}`;
}

/** What is not translated: a missing lead or note, or text in another language's letters. */
function translationGaps(
  words: Pick<Passage, "text" | "lead" | "note">,
  original: Passage | undefined,
  language: Language,
): string[] {
  const lacking = (["lead", "note"] as const)
    .filter((part) => original?.[part] !== undefined && words[part] === undefined)
    .map((part) => `the passage has a ${part} in the article: add its translation as ${part}="…"`);
  const foreign = foreignLetters(words.text, packFor(language), LANGUAGE_PACKS);
  return foreign === undefined ? lacking : [`the text ${foreign}: translate it`, ...lacking];
}
