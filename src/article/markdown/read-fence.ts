import type { Token } from "markdown-it";
import { stripInvisible } from "../invisible-characters.ts";
import type { RawBlock } from "./block-collector.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import { readBraces } from "./read-braces.ts";
import type { AttributeGroup } from "./read-inline.ts";

const UNCLOSED =
  "this code block is not closed: end it with a line of the same characters, or put `\\` before each of them";
const EMPTY = "these braces follow no words: put them after the words they describe";

type Place = {
  readonly lines: readonly string[];
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly report: ReportDiagnostic;
};

/** Reads a fenced code block as a paragraph; braces inside it are text. */
export function readFence(token: Token, { lines, line, report }: Place): RawBlock[] {
  if (!isClosed(token, lines)) report(line, UNCLOSED);
  const text = stripInvisible(token.content).replace(/\s+/gu, " ").trim();
  const groups = groupsFrom(token.info, line, report);
  if (text === "" && groups.length > 0) report(line, EMPTY);
  return text === "" ? [] : [{ type: "paragraph", level: 0, text, spans: [], groups, line }];
}

const FENCE_END = /^[\s>]*(?:`{3,}|~{3,})\s*$/u;

function isClosed({ map }: Token, lines: readonly string[]): boolean {
  const [first, end] = map ?? [0, 0];
  return end - 1 > first && FENCE_END.test(lines[end - 1] ?? "");
}

/** Attributes in the info string of a fence. */
function groupsFrom(info: string, line: number, report: ReportDiagnostic): AttributeGroup[] {
  const start = info.indexOf("{");
  if (start < 0) return [];
  const braces = readBraces(info, start);
  if (braces.kind === "malformed") report(line, braces.message);
  return braces.kind === "attributes" ? [{ attributes: braces.attributes, line }] : [];
}
