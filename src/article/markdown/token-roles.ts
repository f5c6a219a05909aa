import type { Token } from "markdown-it";
import type { PlacedMark } from "./tokenize.ts";

/** The role of a token in its paragraph. */
export type Role =
  | "words"
  /** Opens, closes and attributes a span: `[`, `]`, `{by=ann}`. */
  | "span-start"
  | "span-end"
  | "span-attributes"
  /** Attributes after the last word, and punctuation after them. */
  | "attributes"
  | "closing"
  | Misplaced;

/** Attributes in the wrong place. */
type Misplaced = "in-the-middle" | "nested" | "unclosed" | "unopened";

type Marks = readonly (PlacedMark | undefined)[];

/** Assigns a role to every token. */
export function rolesOf(tokens: readonly Token[], marks: Marks): Role[] {
  const { roles, unclosed } = rolesInSpans(marks);
  const attributesStart = startOfAttributes(tokens, marks, roles);
  return tokens.map((token, at) => {
    const role = roles.get(at);
    if (role !== undefined) return role;
    if (marks[at]?.type === "braces") {
      if (unclosed < at) return "unclosed";
      return at < attributesStart ? "in-the-middle" : "attributes";
    }
    return at > attributesStart && isPunctuation(token) ? "closing" : "words";
  });
}

/** Pairs brackets; those followed immediately by attributes are spans. */
function rolesInSpans(marks: Marks) {
  const roles = new Map<number, Role>();
  const open: number[] = [];
  let lastSpan = -1;
  for (const [at, mark] of marks.entries()) {
    if (mark?.type === "bracket_open") open.push(at);
    if (mark?.type !== "bracket_close") continue;
    const start = open.pop();
    if (marks[at + 1]?.type !== "braces") continue;
    if (start === undefined) roles.set(at + 1, "unopened");
    else if (start < lastSpan) roles.set(at + 1, "nested");
    else {
      roles
        .set(start, "span-start")
        .set(at, "span-end")
        .set(at + 1, "span-attributes");
      lastSpan = at;
    }
  }
  return { roles, unclosed: open[0] ?? Infinity };
}

/** Where the attributes at the end begin, with no words between or after them; `Infinity` if there are none. */
function startOfAttributes(
  tokens: readonly Token[],
  marks: Marks,
  roles: ReadonlyMap<number, Role>,
): number {
  let start = Infinity;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (!token || roles.has(at)) break;
    if (marks[at]?.type === "braces") start = at;
    else if (!isWordless(token, marks[at]) && !isPunctuation(token)) break;
  }
  return start;
}

const PUNCTUATION = /^[\s.,;:!?…)\]"'”’»]*$/u;

function isPunctuation({ type, content }: Token): boolean {
  return (type === "text" || type === "text_special") && PUNCTUATION.test(content);
}

function isWordless({ type, nesting }: Token, mark: PlacedMark | undefined): boolean {
  return (
    nesting === -1 || type === "softbreak" || type === "hardbreak" || mark?.type === "footnote_ref"
  );
}
