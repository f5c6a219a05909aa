import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  visit,
  type Document,
  type LineCounter,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { LineDiagnostic } from "../diagnostic.ts";
import { inQuotes } from "./yaml-errors.ts";

export type ParsedYaml = { readonly document: Document; readonly lines: LineCounter };

/** Finds values that YAML would not read as text, or would cut off. */
export function yamlPitfalls({ document, lines }: ParsedYaml, text: string): LineDiagnostic[] {
  const reported = new Map<number, string>();
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    const { line } = lines.linePos(node.range?.[0] ?? 0);
    const pitfall = reported.has(line) ? undefined : pitfallOf(node, text);
    if (pitfall !== undefined) reported.set(line, `bad YAML: ${pitfall}`);
    if (!isMap(node)) return;
    for (const key of repeatedKeys(node)) {
      const again = `bad YAML: \`${String(key.value)}\` is given twice: keep one of the two`;
      reported.set(lines.linePos(key.range?.[0] ?? 0).line, again);
    }
  });
  return [...reported].map(([line, message]) => ({ line, message }));
}

function pitfallOf(node: Node, source: string): string | undefined {
  const indicator = isAlias(node) ? "*" : indicatorOf(node);
  if (indicator !== undefined) {
    return `\`${indicator}\` has a special meaning here: ${inQuotes(lineAt(node, source))}`;
  }
  return losesWords(node, source)
    ? `everything after \`#\` would be lost: ${inQuotes(lineAt(node, source))}`
    : undefined;
}

/** `&` of an anchor or `!` of a tag: YAML would remove both from the text. */
function indicatorOf(node: Node): string | undefined {
  if ("anchor" in node && node.anchor !== undefined) return "&";
  return node.tag === undefined || node.tag === "" ? undefined : "!";
}

/** How far to look for a `#` after a value. */
const MAX_GAP = 80;

/** YAML reads `Bridge #2 burns` as `Bridge`. A real comment has a space after its `#`. */
function losesWords(node: Node, source: string): boolean {
  const end = node.range?.[1];
  if (!isScalar(node) || end === undefined) return false;
  return /^(?:\s|.[ \t]+)#[^\s#]/su.test(source.slice(Math.max(0, end - 1), end + MAX_GAP));
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

/** The whole line of a node. */
function lineAt({ range }: Node, source: string): string {
  const offset = range?.[0] ?? 0;
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  return source.slice(start, end < 0 ? undefined : end);
}
