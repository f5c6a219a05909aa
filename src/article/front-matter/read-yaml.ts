import {
  isAlias,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
} from "yaml";
import { yamlPitfalls } from "./yaml-pitfalls.ts";
import { describeYamlError, quotedLine } from "./yaml-errors.ts";

export type LineDiagnostic = { readonly line: number; readonly message: string };

export type ReadYaml = {
  /** What it says, as far as it can be read; scalars are texts as written, or null. */
  readonly value: unknown;
  /** The line of the nearest thing on the path that is there, counted from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly diagnostics: readonly LineDiagnostic[];
  /** Whether all of it could be read, whatever is wrong within a line. */
  readonly isWhole: boolean;
  /** Whether what is on the path, or that nothing is, can be relied on. */
  readonly isSound: (path: readonly string[]) => boolean;
};

/** Reads YAML as an editor means it: `1984` is text, and so is whatever would be a reference or a tag. */
export function readYaml(source: string): ReadYaml {
  if (!isTooDeep(source)) return read(source);
  const message = "bad YAML: this is nested too deeply: write `name: value`, one line each";
  const diagnostics = [{ line: 1, message }];
  return { value: undefined, lineOf: () => 1, diagnostics, isWhole: false, isSound: () => false };
}

/** Who has more lines to put right begins with these. */
const MOST_REPAIRS = 12;
const MOST_ERRORS = 50;

/**
 * A line that can be read once its value stands in quotes is read so, and told: else it would hide
 * what is wrong with the lines below it.
 */
function read(source: string): ReadYaml {
  const diagnostics: LineDiagnostic[] = [];
  let text = source;
  let end: number | undefined;
  for (let round = 0; round < MOST_REPAIRS; round++) {
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
  return { ...resultOf(parse(text), end), diagnostics: oneALine([...diagnostics, ...pitfalls]) };
}

export type ParsedYaml = { readonly document: Document; readonly lines: LineCounter };

function parse(text: string): ParsedYaml {
  const lines = new LineCounter();
  // Keys are held against each other below: the library takes a time that grows with their square.
  const options = { lineCounter: lines, logLevel: "error", uniqueKeys: false } as const;
  return { document: parseDocument(text, options), lines };
}

function syntaxErrors({ document, lines }: ParsedYaml, text: string) {
  const written = text.split("\n");
  return document.errors.slice(0, MOST_ERRORS).map((error) => {
    const { line } = lines.linePos(error.pos[0]);
    return { line, ...describeYamlError(error, written[line - 1] ?? "") };
  });
}

/** `end`: the line from which on nothing can be relied on. */
function resultOf({ document, lines }: ParsedYaml, end = Infinity): Omit<ReadYaml, "diagnostics"> {
  takeAsText(document);
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

/** What is still a reference is nothing; what YAML takes for a number is the text that is written. */
function takeAsText(document: Document): void {
  visit(document, (_key, node) => {
    if (isAlias(node)) return new Scalar(null);
    const isOther = isScalar(node) && typeof node.value !== "string" && node.value !== null;
    if (isOther) node.value = node.source ?? "";
    return undefined;
  });
}

function withQuotesAt(text: string, numbers: readonly number[]): string {
  const written = text.split("\n");
  for (const number of numbers) {
    const line = written[number - 1] ?? "";
    written[number - 1] = quotedLine(line) ?? line;
  }
  return written.join("\n");
}

function oneALine(diagnostics: readonly LineDiagnostic[]): LineDiagnostic[] {
  const told = new Map<number, string>();
  for (const { line, message } of diagnostics) if (!told.has(line)) told.set(line, message);
  return [...told].map(([line, message]) => ({ line, message }));
}

/** No field of ours is nested deeper than five levels. */
const MAX_DEPTH = 32;

/**
 * Whether YAML is nested so deeply that reading it would take minutes, or run out of stack in a way that
 * ends the process. It counts brackets, signs of lists and keys in a row, and steps of indentation.
 */
function isTooDeep(source: string): boolean {
  return bracketDepth(source) > MAX_DEPTH || ROW_OF_SIGNS.test(source) || hasManySteps(source);
}

const ROW_OF_SIGNS = new RegExp(`(?:[-?:][ \\t]+){${MAX_DEPTH}}`, "u");

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
