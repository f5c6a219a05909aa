import type { z } from "zod";
import type { LineDiagnostic } from "../diagnostic.ts";
import { readYaml } from "./read-yaml.ts";
import { ARTICLE_FORMAT } from "./schema.ts";
import { isFields, parseLeniently, type Fields } from "./parse-leniently.ts";

export type FrontMatterResult<Data> = {
  /** The fields that could be read. */
  readonly data: Data;
  /** Whether a field such as `people` or `source.publisher` is in the file but cannot be read. */
  readonly isUnreadable: (field: string) => boolean;
  /** The Markdown below the front matter, and the number of lines above it. */
  readonly body: string;
  readonly linesAbove: number;
  /** The line of a key such as `["source", "publisher"]`, or the first line of the front matter. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly diagnostics: readonly LineDiagnostic[];
  /** The file is in a form that this version of the bot cannot read: nothing else in it means anything. */
  readonly isNewer?: true;
};

/** Blank lines and comments may come before it. */
const ABOVE = /(?:\s|<!--[^-]*(?:-(?!->)[^-]*)*-->)*?(?=^---[ \t]*$)/muy;
const FENCE = /^---[ \t]*$/gmu;

const UNCLOSED = "the front matter is not closed: end it with a `---` line";
const NO_FIELDS =
  "the front matter contains no fields: write `name: value`, one line each, with a space after the colon";

/**
 * Splits off the YAML between the `---` lines and validates it. The schema must accept an empty object,
 * which stands for missing front matter.
 */
export function readFrontMatter<Data>(
  text: string,
  schema: z.ZodType<Data>,
): FrontMatterResult<Data> {
  const found = findFences(text);
  const nothing = { data: schema.parse({}), body: text, linesAbove: 0, lineOf: () => 1 };
  if (found === undefined) return { ...nothing, isUnreadable: () => false, diagnostics: [] };
  if (typeof found === "number") {
    return {
      ...nothing,
      isUnreadable: () => true,
      diagnostics: [{ line: found, message: UNCLOSED }],
    };
  }

  const { line, body, linesAbove, source } = found;
  const yaml = readYaml(source);
  const lineOf = (path: readonly PropertyKey[]) =>
    path.length === 0 ? line : yaml.lineOf(path) + line;
  const newer = newerFormat(yaml.value);
  if (newer !== undefined) {
    const diagnostics = [{ line: lineOf(["format"]), message: newer }];
    return { ...nothing, isUnreadable: () => true, diagnostics, isNewer: true };
  }
  const read = parseLeniently(withoutEmpty(yaml.value), schema);
  const syntax = yaml.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    line: diagnostic.line + line,
  }));
  const reported = new Set(syntax.map((diagnostic) => diagnostic.line));
  const others = isMap(yaml.value)
    ? read.diagnostics.map(({ path, message }) => ({ line: lineOf(path), message }))
    : [{ line, message: NO_FIELDS }];
  return {
    data: read.data,
    body,
    linesAbove,
    lineOf,
    isUnreadable: (field) =>
      !isMap(yaml.value) || read.isUnreadable(field) || !yaml.isSound(field.split(".")),
    diagnostics: yaml.isWhole
      ? [...syntax, ...others.filter((one) => !reported.has(one.line))]
      : syntax,
  };
}

const NUMBER = /^\d{1,9}$/u;

function newerFormat(value: unknown): string | undefined {
  const format = isFields(value) ? value["format"] : undefined;
  const isNewer =
    typeof format === "string" && NUMBER.test(format) && Number(format) > ARTICLE_FORMAT;
  return isNewer
    ? `this file is in format ${format}, and this version of the bot reads ${ARTICLE_FORMAT}: upgrade the bot, or take the file from before its upgrade`
    : undefined;
}

export type Fenced = {
  /** The line of the first fence. */
  readonly line: number;
  readonly source: string;
  readonly body: string;
  readonly linesAbove: number;
};

/** Returns the line number of an opening fence that is never closed; nothing if there is no front matter. */
export function findFences(text: string): Fenced | number | undefined {
  ABOVE.lastIndex = 0;
  const above = ABOVE.exec(text)?.[0];
  if (above === undefined) return undefined;
  const line = linesIn(above) + 1;
  const start = text.indexOf("\n", above.length) + 1;
  FENCE.lastIndex = start;
  const close = start === 0 ? null : FENCE.exec(text);
  if (!close) return line;

  const end = close.index + close[0].length + 1;
  return {
    line,
    source: text.slice(start, close.index),
    body: text.slice(end),
    linesAbove: linesIn(text.slice(0, end)),
  };
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

/** Removes fields without a value: an empty `title:` counts as missing. */
function withoutEmpty(value: unknown): Fields {
  if (!isMap(value)) return {};
  const given = Object.entries(value).filter(([, content]) => content !== null);
  return Object.fromEntries(
    given.map(([name, content]) => [
      name,
      isMap(content) && name === "source" ? withoutEmpty(content) : content,
    ]),
  );
}

function isMap(value: unknown): value is Fields {
  return isFields(value) && !Array.isArray(value);
}
