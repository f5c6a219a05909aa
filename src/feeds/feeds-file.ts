import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { closestName } from "../article/closest-name.ts";
import type { Diagnostic } from "../article/diagnostic.ts";
import { readYaml } from "../article/front-matter/read-yaml.ts";
import { NotAFile, readRegularFile } from "../files/regular-file.ts";
import { LANGUAGE_CODE } from "../languages/language.ts";
import { codeOf } from "../logging/describe-error.ts";

export const FEEDS_FILE = "feeds.yaml";

/** Pages are asked for politely, not as fast as they could be. */
const MIN_MINUTES = 5;
const MAX_MINUTES = 24 * 60;
const MAX_LIMIT = 100;
/** Each is a label of the metrics, and takes its turn. */
const MAX_FEEDS = 100;
const MAX_PATTERNS = 50;
const MAX_BYTES = 1_000_000;

const patterns = z
  .array(
    z
      .string()
      .regex(
        /^[/*]/u,
        "must be the start of a path: write `/news/`, or `*/live/` for any before it",
      ),
    "must be a list: write `[/news/, /sport/]`",
  )
  .max(MAX_PATTERNS, `has more than ${MAX_PATTERNS} entries: shorten them to what they share`)
  .default([]);

const feedSchema = z.strictObject({
  url: z
    .string("is missing: write the address of a feed or a page")
    .refine(isPublic, "must be an https address: write `https://example.org/feed`"),
  every: numberUpTo(MIN_MINUTES, MAX_MINUTES, "minutes").default(15),
  limit: numberUpTo(1, MAX_LIMIT, "pieces a round").default(10),
  publish: z.enum(["never", "when-certain"], "must be `never` or `when-certain`").default("never"),
  language: z
    .string()
    .regex(LANGUAGE_CODE, "is not a language code: write `en`, `uk`, `de` …")
    .optional(),
  include: patterns,
  exclude: patterns,
});

/** A feed to follow, or a page that links to articles. */
export type FeedSettings = z.output<typeof feedSchema>;

const fileSchema = z.strictObject({
  feeds: z
    .array(feedSchema, "must be a list: write `- url: https://example.org/feed` below it")
    .max(MAX_FEEDS, `has more than ${MAX_FEEDS} feeds: take some out`)
    .check(({ value, issues }) => {
      for (const [at, { url }] of value.entries()) {
        if (value.findIndex((other) => other.url === url) === at) continue;
        const message = "is here twice: take one of the two out";
        issues.push({ code: "custom", input: url, path: [at, "url"], message });
      }
    }),
});

function numberUpTo(min: number, max: number, unit: string) {
  const told = `must be a number from ${min} to ${max} (${unit})`;
  return z
    .string(told)
    .regex(/^\d{1,5}$/u, told)
    .transform(Number)
    .refine((value) => value >= min && value <= max, told);
}

/** Where nothing but a test listens; fetching refuses it otherwise. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1)$/u;

function isPublic(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}

export type FeedsRead =
  | { readonly kind: "read"; readonly feeds: readonly FeedSettings[] }
  | { readonly kind: "missing" }
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/** Reads the `feeds.yaml` beside the articles; tells every mistake in it. */
export function readFeedsFile(folder: string): FeedsRead {
  const file = join(folder, FEEDS_FILE);
  if (!existsSync(file)) return { kind: "missing" };
  try {
    return parseFeeds(readRegularFile(file, MAX_BYTES).toString("utf8"), file);
  } catch (error) {
    const why = error instanceof NotAFile ? error.obstacle : (codeOf(error) ?? "unknown error");
    const message = `this file cannot be read (${why}): make it a readable text file`;
    return { kind: "faulty", diagnostics: [{ file, line: 1, message }] };
  }
}

/** Parses the text of a `feeds.yaml`. */
export function parseFeeds(text: string, file: string): FeedsRead {
  const yaml = readYaml(text);
  const found = yaml.diagnostics.map((diagnostic) => ({ file, ...diagnostic }));
  const parsed = fileSchema.safeParse(yaml.value ?? { feeds: [] });
  if (parsed.success && found.length === 0) return { kind: "read", feeds: parsed.data.feeds };
  // What follows from a line that is no YAML says nothing new.
  const issues = yaml.isWhole ? (parsed.error?.issues ?? []) : [];
  const known = new Set(found.map(({ line }) => line));
  const told = issues
    .flatMap(describeIssue)
    .map(({ path, message }) => ({ file, line: yaml.lineOf(path), message }))
    .filter(({ line }) => !known.has(line));
  const diagnostics = [...found, ...told].toSorted((one, other) => one.line - other.line);
  return { kind: "faulty", diagnostics };
}

type Told = { readonly path: readonly PropertyKey[]; readonly message: string };

const FIELDS: readonly string[] = Object.keys(feedSchema.shape);

function describeIssue(issue: z.core.$ZodIssue): Told[] {
  const { path } = issue;
  const fields = path.length === 0 ? ["feeds"] : FIELDS;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const meant = closestName(key, fields);
      const hint = meant === undefined ? "" : ` (did you mean \`${meant}\`?)`;
      const takes = path.length === 0 ? "this file takes" : "a feed takes";
      const message = `unknown field \`${key}\`: ${takes} ${fields.join(", ")}${hint}`;
      return { path: [...path, key], message };
    });
  }
  const field = path.findLast((part) => typeof part === "string");
  if (field === undefined || (field === "feeds" && path.length > 1)) {
    return [{ path, message: "must contain fields: write `- url: https://example.org/feed`" }];
  }
  return [{ path, message: `\`${field}\` ${issue.message}` }];
}
