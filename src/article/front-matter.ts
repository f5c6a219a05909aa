import { isNode, LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { z } from "zod";

type LineMistake = { readonly line: number; readonly message: string };

export type FrontMatterResult<Data> = {
  readonly data: Data;
  /** Where the Markdown begins: how many lines stand above it. */
  readonly body: string;
  readonly linesAbove: number;
  /** The line of a key such as `["source", "publisher"]`, or the front matter's first. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly mistakes: readonly LineMistake[];
};

const FENCED = /^---[ \t]*\n(?<yaml>[\s\S]*?)(?:^---[ \t]*(?:\n|$))/mu;

/**
 * Takes the YAML between the `---` lines off a file and checks it; all its mistakes at once. The
 * schema has to take nothing at all, which is what a file without front matter gives.
 */
export function readFrontMatter<Data>(
  text: string,
  schema: z.ZodType<Data>,
): FrontMatterResult<Data> {
  const none = { data: schema.parse({}), body: text, linesAbove: 0, lineOf: () => 1 };
  if (!/^---[ \t]*\n/u.test(text)) return { ...none, mistakes: [] };

  const match = FENCED.exec(text);
  if (match?.index !== 0 || match.groups?.["yaml"] === undefined) {
    const message = "the front matter is not closed: end it with a line of `---`";
    return { ...none, mistakes: [{ line: 1, message }] };
  }

  const lines = new LineCounter();
  const document = parseDocument(match.groups["yaml"], { lineCounter: lines });
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path);
  const mistakes = syntaxMistakes(document, lines);
  const checked = mistakes.length > 0 ? { data: none.data, mistakes } : check(document.toJS());
  const linesAbove = match[0].split("\n").length - 1;
  return { ...checked, body: text.slice(match[0].length), linesAbove, lineOf };

  function check(value: unknown) {
    const result = schema.safeParse(value ?? {});
    if (result.success) return { data: result.data, mistakes: [] };
    const issues = result.error.issues.flatMap((issue) => describeIssue(issue, lineOf));
    return { data: none.data, mistakes: issues };
  }
}

function syntaxMistakes({ errors }: Document, lines: LineCounter): LineMistake[] {
  return errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line + 1,
    message: `bad YAML: ${error.message.split("\n")[0]?.replace(/ at line \d+.*/u, "")}`,
  }));
}

function describeIssue(
  issue: z.core.$ZodIssue,
  lineOf: FrontMatterResult<unknown>["lineOf"],
): readonly LineMistake[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `\`${[...issue.path, key].join(".")}\` is not known here: take it out, or mend its name`,
    }));
  }

  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? "") : issue.message;
  const isMissing = issue.code === "invalid_type" && issue.message.includes("received undefined");
  const what = isMissing ? "is missing: add it" : message;
  return [{ line: lineOf(issue.path), message: `\`${issue.path.join(".")}\` ${what}` }];
}

/** The line of the nearest thing on the path that the YAML has, counted in the whole file. */
function lineOfPath(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + 1;
  }
  return 1;
}
