import { isNode, LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";
import { z } from "zod";
import { SLUG } from "./slug.ts";

const line = z.string().trim().min(1, "is empty: write something or take the line out");

const id = z
  .string()
  .regex(SLUG, "is not an id: use small Latin letters, digits and hyphens, as in `jane-doe`");

const person = z.strictObject({
  name: line,
  capacity: line,
  aliases: z.array(line).default([]),
});

const frontMatter = z.strictObject({
  title: line.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, "is not a language code: write `en`, `uk`, `de` …")
    .default("en"),
  text: z.enum(["digest", "verbatim"], "has to be `digest` or `verbatim`").default("verbatim"),
  source: z
    .strictObject({
      publisher: line.optional(),
      title: line.optional(),
      url: z.url({ protocol: /^https?$/u, error: "has to be an http(s) address" }).optional(),
      author: line.optional(),
      published: line.optional(),
    })
    .default({}),
  people: z.record(id, person).default({}),
  questions: z.array(line).default([]),
});

export type FrontMatter = z.infer<typeof frontMatter>;

type LineMistake = { readonly line: number; readonly message: string };

export type FrontMatterResult = {
  readonly data: FrontMatter;
  /** Where the Markdown begins: how many lines stand above it. */
  readonly body: string;
  readonly linesAbove: number;
  /** The line of a key such as `["source", "publisher"]`, or the front matter's first. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly mistakes: readonly LineMistake[];
};

const FENCED = /^---[ \t]*\n(?<yaml>[\s\S]*?)(?:^---[ \t]*(?:\n|$))/mu;
const NOTHING = frontMatter.parse({});

/** Takes the YAML between the `---` lines off a file and checks it; all its mistakes at once. */
export function readFrontMatter(text: string): FrontMatterResult {
  const none = { data: NOTHING, body: text, linesAbove: 0, lineOf: () => 1 };
  if (!/^---[ \t]*\n/u.test(text)) return { ...none, mistakes: [] };

  const match = FENCED.exec(text);
  if (match?.index !== 0 || match.groups?.["yaml"] === undefined) {
    const message = "the front matter is not closed: end it with a line of `---`";
    return { ...none, mistakes: [{ line: 1, message }] };
  }

  const lines = new LineCounter();
  const document = parseDocument(match.groups["yaml"], { lineCounter: lines });
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path);
  const checked = checkFrontMatter(document, lines, lineOf);
  const linesAbove = match[0].split("\n").length - 1;
  return { ...checked, body: text.slice(match[0].length), linesAbove, lineOf };
}

function checkFrontMatter(
  document: Document,
  lines: LineCounter,
  lineOf: FrontMatterResult["lineOf"],
): Pick<FrontMatterResult, "data" | "mistakes"> {
  if (document.errors.length > 0) {
    const mistakes = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line + 1,
      message: `bad YAML: ${error.message.split("\n")[0]?.replace(/ at line \d+.*/u, "")}`,
    }));
    return { data: NOTHING, mistakes };
  }

  const result = frontMatter.safeParse(document.toJS() ?? {});
  if (result.success) return { data: result.data, mistakes: [] };
  const mistakes = result.error.issues.flatMap((issue) => describeIssue(issue, lineOf));
  return { data: NOTHING, mistakes };
}

function describeIssue(
  issue: z.core.$ZodIssue,
  lineOf: FrontMatterResult["lineOf"],
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
