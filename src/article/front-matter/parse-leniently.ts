import type { z } from "zod";
import { closestName } from "../closest-name.ts";

export type Fields = Readonly<Record<string, unknown>>;

type FieldDiagnostic = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** The field that an unknown name probably means. */
  readonly meant?: string;
};

type LenientlyParsed<Data> = {
  readonly data: Data;
  readonly diagnostics: readonly FieldDiagnostic[];
  /** Whether a field or one of its parents was dropped. */
  readonly isUnreadable: (field: string) => boolean;
};

/** Each round drops at least one invalid field; after this many, everything is dropped. */
const MAX_ROUNDS = 8;
/** Editors with more mistakes have to fix these first. */
const MAX_REPORTED = 50;

/** Parses what is valid and drops the rest, so that one wrong field does not hide mistakes in others. */
export function parseLeniently<Data>(
  value: Fields,
  schema: z.ZodType<Data>,
): LenientlyParsed<Data> {
  const remaining = structuredClone(value);
  const unread = new Set<string>();
  const isUnreadable = (field: string) => ancestorsOf(field).some((path) => unread.has(path));
  let diagnostics: readonly FieldDiagnostic[] | undefined;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = schema.safeParse(remaining);
    if (result.success) return { data: result.data, diagnostics: diagnostics ?? [], isUnreadable };
    const { issues } = result.error;
    diagnostics ??= withoutEchoes(
      issues.slice(0, MAX_REPORTED).flatMap((issue) => describeIssue(issue, value)),
    );
    for (const path of issues.flatMap((issue) => pathsOf(issue, remaining))) {
      unread.add(drop(path, remaining).join("."));
    }
  }
  return { data: schema.parse({}), diagnostics: diagnostics ?? [], isUnreadable: () => true };
}

/** If `capacty` is reported, a missing `capacity` is not reported as well. */
function withoutEchoes(diagnostics: readonly FieldDiagnostic[]): FieldDiagnostic[] {
  const meant = new Set(diagnostics.flatMap((diagnostic) => diagnostic.meant ?? []));
  return diagnostics.filter(({ path }) => !meant.has(path.join(".")));
}

/** `source.publisher` → source.publisher, source */
function ancestorsOf(field: string): string[] {
  const parts = field.split(".");
  return parts.map((_, at) => parts.slice(0, at + 1).join("."));
}

/** What to drop: the invalid fields, or the parent of a missing one. */
function pathsOf(issue: z.core.$ZodIssue, value: unknown): (readonly PropertyKey[])[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
  const found = issue.path.findIndex(
    (_, at) => valueAt(value, issue.path.slice(0, at + 1)) === undefined,
  );
  return [found < 0 ? issue.path : issue.path.slice(0, found)];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) found = isFields(found) ? found[String(key)] : undefined;
  return found;
}

/** Drops the value at a path; a whole list, since dropping an item would shift the others. */
function drop(path: readonly PropertyKey[], fields: Fields): readonly PropertyKey[] {
  let parent: unknown = fields;
  for (const [at, key] of path.entries()) {
    const content: unknown = isFields(parent) ? parent[String(key)] : undefined;
    const isLast = at === path.length - 1 || Array.isArray(content);
    if (isLast && isFields(parent)) {
      Reflect.deleteProperty(parent, key);
      return path.slice(0, at + 1);
    }
    parent = content;
  }
  return path;
}

/** Lists are objects keyed by index. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** YAML reads `{ capacity: director, owner }` as having an empty field `owner`. */
const AFTER_COMMA = '; a value with a comma must be quoted, as in `"one, two"`';

function describeIssue(issue: z.core.$ZodIssue, value: unknown): FieldDiagnostic[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MAX_REPORTED).map((key) => {
      const path = [...issue.path, key];
      const meant = closestName(key, issue.message.match(/[a-z]+/gu) ?? []);
      const comma = valueAt(value, path) === null ? AFTER_COMMA : "";
      const hint = meant === undefined ? comma : ` (did you mean \`${meant}\`?)`;
      return {
        path,
        message: `unknown field \`${path.join(".")}\`: ${issue.message}${hint}`,
        ...(meant !== undefined && { meant: [...issue.path, meant].join(".") }),
      };
    });
  }
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? "") : issue.message;
  return [{ path: issue.path, message: `\`${issue.path.join(".")}\` ${message}` }];
}
