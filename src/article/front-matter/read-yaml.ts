import { isNode, LineCounter, parseDocument, Scalar, visit, type Document } from "yaml";
import type { LineDiagnostic } from "../diagnostic.ts";
import { yamlPitfalls, type ParsedYaml } from "./yaml-pitfalls.ts";
import { describeYamlError, quotedLine } from "./yaml-errors.ts";

export type ReadYaml = {
  /** The parsed value, as far as possible; scalars are strings as written, or null. */
  readonly value: unknown;
  /** The line of the deepest existing node on the path, counted from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly diagnostics: readonly LineDiagnostic[];
  /** Whether all lines could be parsed, despite mistakes within a line. */
  readonly isWhole: boolean;
  /** Whether the value on the path, or its absence, can be relied on. */
  readonly isSound: (path: readonly string[]) => boolean;
};

/** Parses YAML the way editors mean it: every scalar is text, even `1984`; aliases and tags are mistakes. */
export function readYaml(source: string): ReadYaml {
  if (!isTooDeep(source)) return read(source);
  const message = "bad YAML: this is nested too deeply: write `name: value`, one line each";
  const diagnostics = [{ line: 1, message }];
  return { value: undefined, lineOf: () => 1, diagnostics, isWhole: false, isSound: () => false };
}

/** Editors with more broken lines have to fix these first. */
const MAX_REPAIRS = 12;
const MAX_ERRORS = 50;

/**
 * Quotes the value of a broken line, if that makes it valid, and parses again: otherwise one broken line
 * would hide the mistakes below it.
 */
function read(source: string): ReadYaml {
  const diagnostics: LineDiagnostic[] = [];
  let text = source;
  let end: number | undefined;
  for (let round = 0; round < MAX_REPAIRS; round++) {
    const known = new Set(diagnostics.map(({ line }) => line));
    const syntax = syntaxErrors(parse(text), text).filter(({ line }) => !known.has(line));
    const stop = syntax.findIndex(({ effect }) => effect !== "none");
    const found = stop < 0 ? syntax : syntax.slice(0, stop + 1);
    diagnostics.push(...found.map(({ line, message }) => ({ line, message })));
    const last = syntax[stop];
    if (last?.effect === "ends") end = last.line;
    if (!last || last.effect === "ends") break;
    text = withQuotesAt(text, [last.line]);
  }
  const pitfalls = yamlPitfalls(parse(text), text);
  text = withQuotesAt(
    text,
    pitfalls.map(({ line }) => line),
  );
  return {
    ...resultOf(parse(text), end),
    diagnostics: firstOfEachLine([...diagnostics, ...pitfalls]),
  };
}

function parse(text: string): ParsedYaml {
  const lines = new LineCounter();
  const options: Parameters<typeof parseDocument>[1] = {
    lineCounter: lines,
    logLevel: "error",
    // Every scalar is a string, except an empty one or `~`.
    schema: "failsafe",
    customTags: ["null"],
    // Repeated keys are found by yamlPitfalls, since the library would compare all pairs of keys.
    uniqueKeys: false,
  };
  return { document: parseDocument(text, options), lines };
}

function syntaxErrors({ document, lines }: ParsedYaml, text: string) {
  const written = text.split("\n");
  return document.errors.slice(0, MAX_ERRORS).map((error) => {
    const { line } = lines.linePos(error.pos[0]);
    return { line, ...describeYamlError(error, written[line - 1] ?? "") };
  });
}

/** `end`: the first line that cannot be relied on. */
function resultOf({ document, lines }: ParsedYaml, end = Infinity): Omit<ReadYaml, "diagnostics"> {
  dropAliases(document);
  const nodeAt = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? node.range : undefined;
  };
  return {
    value: document.toJS(),
    isWhole: end === Infinity,
    isSound: (path) => {
      if (end === Infinity) return true;
      const [, last] = nodeAt(path) ?? [];
      return last !== undefined && lines.linePos(last).line < end;
    },
    lineOf: (path) => {
      for (let depth = path.length; depth > 0; depth--) {
        const [first] = nodeAt(path.slice(0, depth)) ?? [];
        if (first !== undefined) return lines.linePos(first).line;
      }
      return 1;
    },
  };
}

/** Replaces aliases, which have already been reported, with null. */
function dropAliases(document: Document): void {
  visit(document, { Alias: () => new Scalar(null) });
}

function withQuotesAt(text: string, numbers: readonly number[]): string {
  const written = text.split("\n");
  for (const number of numbers) {
    const line = written[number - 1] ?? "";
    written[number - 1] = quotedLine(line) ?? line;
  }
  return written.join("\n");
}

function firstOfEachLine(diagnostics: readonly LineDiagnostic[]): LineDiagnostic[] {
  const reported = new Map<number, string>();
  for (const { line, message } of diagnostics) if (!reported.has(line)) reported.set(line, message);
  return [...reported].map(([line, message]) => ({ line, message }));
}

/** Valid front matter has at most five levels. */
const MAX_DEPTH = 32;

/**
 * Whether YAML is nested so deeply that parsing it would take minutes, or overflow the stack and crash the
 * process. Counts open brackets, list and key indicators in a row, and levels of indentation.
 */
function isTooDeep(source: string): boolean {
  return (
    bracketDepth(source) > MAX_DEPTH || INDICATORS_IN_A_ROW.test(source) || hasManySteps(source)
  );
}

const INDICATORS_IN_A_ROW = new RegExp(`(?:[-?:][ \\t]+){${MAX_DEPTH}}`, "u");

function bracketDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/gu)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function hasManySteps(source: string): boolean {
  const steps: number[] = [];
  for (const line of source.split("\n")) {
    const indent = line.search(/[^ \t]/u);
    if (indent < 0) continue;
    while ((steps.at(-1) ?? -1) >= indent) steps.pop();
    steps.push(indent);
    if (steps.length > MAX_DEPTH) return true;
  }
  return false;
}
