import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from "yaml";
import { isTooDeep } from "./yaml-depth.ts";
import { describeYamlError, inQuotes, quotedLine } from "./yaml-errors.ts";

export type LineMistake = { readonly line: number; readonly message: string };

export type ReadYaml = {
  /** What it says, as far as it can be read; scalars are texts as written, or null. */
  readonly value: unknown;
  /** The line of the nearest thing on the path that is there, counted from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly mistakes: readonly LineMistake[];
  /** Whether all of it could be read, whatever is wrong within a line. */
  readonly isWhole: boolean;
  /** Whether what is on the path, or that nothing is, can be relied on. */
  readonly isSound: (path: readonly string[]) => boolean;
};

/** Reads YAML as an editor means it: `1984` is text, and so is whatever would be a reference or a tag. */
export function readYaml(source: string): ReadYaml {
  if (!isTooDeep(source)) return read(source);
  const message = "bad YAML: this is nested too deeply: write `name: value`, a line each";
  const mistakes = [{ line: 1, message }];
  return { value: undefined, lineOf: () => 1, mistakes, isWhole: false, isSound: () => false };
}

/** Who has more lines to put right begins with these. */
const MOST_REPAIRS = 12;
const MOST_ERRORS = 50;

/**
 * A line that can be read once its value stands in quotes is read so, and told: else it would hide
 * what is wrong with the lines below it.
 */
function read(source: string): ReadYaml {
  const mistakes: LineMistake[] = [];
  let text = source;
  let end: number | undefined;
  for (let round = 0; round < MOST_REPAIRS; round++) {
    const known = new Set(mistakes.map(({ line }) => line));
    const syntax = syntaxMistakes(parse(text), text).filter(({ line }) => !known.has(line));
    const stop = syntax.findIndex(({ effect }) => effect !== "none");
    const found = stop < 0 ? syntax : syntax.slice(0, stop + 1);
    mistakes.push(...found.map(({ line, message }) => ({ line, message })));
    const last = syntax[stop];
    if (last?.effect === "ends") end = last.line;
    if (!last || last.effect === "ends") break;
    text = withQuotesAt(text, [last.line]);
  }
  const slips = slipsIn(parse(text), text);
  text = withQuotesAt(
    text,
    slips.map(({ line }) => line),
  );
  return { ...resultOf(parse(text), end), mistakes: oneALine([...mistakes, ...slips]) };
}

type Parsed = { readonly document: Document; readonly lines: LineCounter };

function parse(text: string): Parsed {
  const lines = new LineCounter();
  // Keys are held against each other below: the library takes a time that grows with their square.
  const options = { lineCounter: lines, logLevel: "error", uniqueKeys: false } as const;
  return { document: parseDocument(text, options), lines };
}

function syntaxMistakes({ document, lines }: Parsed, text: string) {
  const written = text.split("\n");
  return document.errors.slice(0, MOST_ERRORS).map((error) => {
    const { line } = lines.linePos(error.pos[0]);
    return { line, ...describeYamlError(error, written[line - 1] ?? "") };
  });
}

/** `end`: the line from which on nothing can be relied on. */
function resultOf({ document, lines }: Parsed, end = Infinity): Omit<ReadYaml, "mistakes"> {
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

function oneALine(mistakes: readonly LineMistake[]): LineMistake[] {
  const told = new Map<number, string>();
  for (const { line, message } of mistakes) if (!told.has(line)) told.set(line, message);
  return [...told].map(([line, message]) => ({ line, message }));
}

/** What YAML would take for something else than text, or leave out. */
function slipsIn({ document, lines }: Parsed, text: string): LineMistake[] {
  const told = new Map<number, string>();
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    const { line } = lines.linePos(node.range?.[0] ?? 0);
    const slip = told.has(line) ? undefined : slipIn(node, text);
    if (slip !== undefined) told.set(line, `bad YAML: ${slip}`);
    if (!isMap(node)) return;
    for (const key of repeatedKeys(node)) {
      const again = `bad YAML: \`${String(key.value)}\` is given twice: leave one of the two`;
      told.set(lines.linePos(key.range?.[0] ?? 0).line, again);
    }
  });
  return [...told].map(([line, message]) => ({ line, message }));
}

function slipIn(node: Node, source: string): string | undefined {
  const sign = isAlias(node) ? "*" : signBefore(node);
  if (sign !== undefined) {
    return `\`${sign}\` has a meaning of its own here: ${inQuotes(lineAt(node, source))}`;
  }
  return losesWords(node, source)
    ? `what follows \`#\` would be lost: ${inQuotes(lineAt(node, source))}`
    : undefined;
}

/** `&` of an anchor, `!` of a tag: both would be taken off the text. */
function signBefore(node: Node): string | undefined {
  if ("anchor" in node && node.anchor !== undefined) return "&";
  return node.tag === undefined || node.tag === "" ? undefined : "!";
}

/** No more blanks than these stand before what would be lost. */
const LONGEST_GAP = 80;

/** `Bridge #2 burns` is `Bridge` to YAML; a comment of an editor has a space behind its sign. */
function losesWords(node: Node, source: string): boolean {
  const end = node.range?.[1];
  if (!isScalar(node) || end === undefined) return false;
  return /^(?:\s|.[ \t]+)#[^\s#]/su.test(source.slice(Math.max(0, end - 1), end + LONGEST_GAP));
}

function repeatedKeys({ items }: YAMLMap): Scalar[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = key.source ?? key.value;
    if (seen.has(name)) return [key];
    seen.add(name);
    return [];
  });
}

/** The whole line on which something stands. */
function lineAt({ range }: Node, source: string): string {
  const offset = range?.[0] ?? 0;
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  return source.slice(start, end < 0 ? undefined : end);
}
