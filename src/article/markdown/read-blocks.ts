import type { Token } from "markdown-it";
import { blockCollector, type Block } from "./block-collector.ts";
import { MAX_DEPTH, tokenize } from "./tokenize.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import { readFence } from "./read-fence.ts";
import { readInline, type InlineText } from "./read-inline.ts";
import { tableReader } from "./read-table.ts";

const TOO_DEEP = "quotations and lists are nested too deeply here: remove some of the levels";
const BROKEN_TABLE =
  "this looks like a table but is not one: start it with a header row and a row of dashes with as many cells, as in `| Ticket | Price |` and `| --- | --- |`";

/** `#ferry` is a hashtag, but no word starts with `##`. */
const BROKEN_HEADING = /^#{2,6}[^\s#]/u;
const LACKS_SPACE =
  "a heading needs a space after its hashes: write `## Heading`, or `\\##` to show them";

/** Braces after a container describe the paragraph in it. */
const CONTAINER = /^(?:blockquote|bullet_list|ordered_list|list_item)_(?:open|close)$/u;

/**
 * Reads Markdown as a list of headings and paragraphs. List items, paragraphs of quotations, table rows
 * and footnotes count as paragraphs. `linesAbove`: number of lines in the file before `source`.
 */
export function readBlocks(source: string, report: ReportDiagnostic, linesAbove = 0): Block[] {
  const { tokens, ...marked } = tokenize(source);
  const lines = source.split("\n");
  const lineOf = ({ map }: Token) => (map?.[0] ?? 0) + 1 + linesAbove;
  const collector = blockCollector(report);
  const table = tableReader({ lines, linesAbove, report });
  const numbers = itemNumbers(tokens);
  let level = 0;

  for (const token of tokens) {
    const line = table.line() ?? lineOf(token);
    if (token.level === MAX_DEPTH - 1 && token.nesting === 1) report(line, TOO_DEEP);
    if (CONTAINER.test(token.type)) collector[token.nesting === 1 ? "enter" : "leave"]();
    numbers.pass(token);
    level = headingLevelFrom(token) ?? level;
    collector.add(table.pass(token));
    if (token.type === "fence") collector.add(readFence(token, { lines, line, report }));
    if (token.type !== "inline") continue;

    const read = readInline(token, { ...marked, report, line, before: numbers.take() });
    if (table.line() === undefined) addText(read, token, line);
    else table.add(read);
  }
  return collector.blocks();

  function addText({ text, spans, groups }: InlineText, token: Token, line: number): void {
    if (text !== "" && level > 0) {
      collector.add([
        { type: "heading", level, text: withoutClosingHashes(text), spans, groups, line },
      ]);
    } else if (text !== "") {
      const brokenAt = brokenTableIn(token.content);
      if (brokenAt !== undefined) report(line + brokenAt, BROKEN_TABLE);
      if (BROKEN_HEADING.test(token.content)) report(line, LACKS_SPACE);
      collector.add([{ type: "paragraph", level, text, spans, groups, line }]);
    } else if (groups.length > 0 && level === 0 && !hasPicture(token)) {
      collector.attach(groups);
    } else collector.skip(groups);
  }
}

/** The level of the heading that a token opens; 0 if it closes one, `undefined` for other tokens. */
function headingLevelFrom({ type, tag, markup }: Token): number | undefined {
  if (type === "heading_close") return 0;
  if (type !== "heading_open") return undefined;
  // Dashes below a paragraph separate it from the next; they do not make it a heading.
  return markup === "-" ? 0 : Number(tag.slice(1));
}

/** `## Fares ## {#fares}`: before braces, CommonMark does not recognise the closing hashes. */
function withoutClosingHashes(heading: string): string {
  return heading.replace(/ #+$/u, "");
}

function hasPicture({ children }: Token): boolean {
  return children?.some(({ type }) => type === "image") ?? false;
}

/**
 * Keeps the numbers of list items as text if the list does not start with 1 or has only one item:
 * "1986. What a year.", "1. FC Köln won."
 */
function itemNumbers(tokens: readonly Token[]) {
  const numbered = listsWithNumbers(tokens);
  const isNumbered: boolean[] = [];
  let number = "";
  return {
    pass(token: Token): void {
      if (token.type === "ordered_list_open") isNumbered.push(numbered.has(token));
      if (token.type === "ordered_list_close") isNumbered.pop();
      if (token.type !== "list_item_open") return;
      number = token.info !== "" && isNumbered.at(-1) ? `${token.info}${token.markup} ` : "";
    },
    take(): string {
      const current = number;
      number = "";
      return current;
    },
  };
}

function listsWithNumbers(tokens: readonly Token[]): ReadonlySet<Token> {
  const numbered = new Set<Token>();
  const open: { readonly list: Token; items: number }[] = [];
  for (const token of tokens) {
    const innermost = open.at(-1);
    if (token.type === "list_item_open" && innermost) innermost.items += 1;
    else if (/^(?:ordered|bullet)_list_open$/u.test(token.type))
      open.push({ list: token, items: 0 });
    else if (/^(?:ordered|bullet)_list_close$/u.test(token.type) && innermost) {
      if (innermost.items === 1 || innermost.list.attrGet("start") !== null) {
        numbered.add(innermost.list);
      }
      open.pop();
    }
  }
  return numbered;
}

const PIPES_WITHOUT_TABLE =
  /^[ \t]*(?:\|.*\||\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?)[ \t]*$/u;

/** Zero-based number of the first line in a paragraph that looks like part of a table. */
function brokenTableIn(content: string): number | undefined {
  const at = content.split("\n").findIndex((line) => PIPES_WITHOUT_TABLE.test(line));
  return at < 0 ? undefined : at;
}
