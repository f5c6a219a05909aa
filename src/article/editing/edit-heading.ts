import { isDeepStrictEqual } from "node:util";
import type { Article, Section } from "../article.ts";
import { readBlocks } from "../markdown/read-blocks.ts";
import { parseArticle } from "../parsing/parse-article.ts";
import { slugify } from "../slug.ts";
import { escapedLine } from "../writing/escape-markdown.ts";
import { headingBraces } from "../writing/write-attributes.ts";
import { type EditedText, faulty, problem } from "./edited-text.ts";
import { editFields } from "./edit-fields.ts";
import { scanBlock } from "./scan-block.ts";

/** Changes a section's heading and summary. Its id stays, since links and translations have it. */
export function editSection(
  markdown: string,
  file: string,
  id: string,
  { heading, summary }: { readonly heading: string; readonly summary: string },
): EditedText {
  const read = parseArticle(markdown, file);
  if (read.kind === "faulty") return faulty(read.diagnostics);
  const { article } = read;
  const found = article.sections.find((one) => one.id === id);
  if (found?.heading === undefined) return problem("This section is no longer in the file.");
  if (heading === "") return problem("A section that has a heading keeps one.", "heading");
  const { summary: _summary, isProposed: _proposed, ...rest } = found;
  const after: Section = { ...rest, heading, ...(summary !== "" && { summary }) };
  const sections = article.sections.map((one) => (one === found ? after : one));
  const change = {
    from: found.heading,
    to: heading,
    bracesAfter: (hasId: boolean) =>
      headingBraces(after, hasId || slugify(heading) !== id ? id : undefined),
  };
  return replaceHeading(markdown, file, change, { ...article, sections });
}

/** Changes the title where it is written: in the front matter, or as the heading above all. */
export function editTitle(markdown: string, file: string, title: string): EditedText {
  const read = parseArticle(markdown, file);
  if (read.kind === "faulty") return faulty(read.diagnostics);
  const { article } = read;
  const { source } = article;
  const isSourceTitle = source.title === article.title;
  const expected = { ...article, title, source: { ...source, ...(isSourceTitle && { title }) } };
  const change = { from: article.title, to: title, bracesAfter: () => "" };
  const edited = replaceHeading(markdown, file, change, expected);
  return edited.kind === "edited"
    ? edited
    : editFields(markdown, file, [{ path: ["title"], value: title }]);
}

type HeadingChange = {
  readonly from: string;
  readonly to: string;
  /** `hasId`: whether the braces that are there have one. */
  readonly bracesAfter: (hasId: boolean) => string;
};

const HEADING = /^(?<marks> {0,3}#{1,6}[ \t]+)(?<words>.*?)(?<end>\s*)$/u;

/** Only that line is touched, and only if the file then reads as expected. */
function replaceHeading(
  markdown: string,
  file: string,
  { from, to, bracesAfter }: HeadingChange,
  expected: Article,
): EditedText {
  const lines = markdown.split("\n");
  for (const [at, line] of lines.entries()) {
    const { marks, words = "", end = "" } = HEADING.exec(line)?.groups ?? {};
    if (marks === undefined || readBlocks(line, () => {})[0]?.text !== from) continue;
    const { groups } = scanBlock(words);
    const hasId = groups.some(({ attributes }) => attributes.some(([name]) => name === "id"));
    const start = groups[0]?.start ?? words.length;
    const written = from === to ? words.slice(0, start).trimEnd() : escapedHeading(to);
    const parts = [written, bracesAfter(hasId)].filter((part) => part !== "");
    const text = lines.with(at, `${marks}${parts.join(" ")}${end}`).join("\n");
    const parsed = parseArticle(text, file);
    if (parsed.kind === "parsed" && isDeepStrictEqual(parsed.article, expected)) {
      return { kind: "edited", text, article: parsed.article };
    }
  }
  return problem(
    `This heading is written in a way that cannot be changed here: edit ${file} itself.`,
  );
}

function escapedHeading(text: string): string {
  const marks = "## ";
  return escapedLine((escape) => `${marks}${escape(text)}`, text).slice(marks.length);
}
