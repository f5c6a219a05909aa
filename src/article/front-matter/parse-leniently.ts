import type { z } from "zod";
import { closestName } from "../closest-name.ts";

export type Fields = Readonly<Record<string, unknown>>;

type FieldDiagnostic = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** The field that was meant by a name that is not known. */
  readonly meant?: string;
};

type LenientlyParsed<Data> = {
  readonly data: Data;
  readonly diagnostics: readonly FieldDiagnostic[];
  /** Whether a field, or one that it is part of, had to be left out. */
  readonly isUnreadable: (field: string) => boolean;
};

/** Each round takes out at least one field; what is nested deeper than this is left out as a whole. */
const ROUNDS = 8;
/** Who has more to put right begins with these. */
const MOST_TOLD = 50;

/** Reads fields as far as they are right, so that what is wrong with one hides nothing about the others. */
export function parseLeniently<Data>(
  value: Fields,
  schema: z.ZodType<Data>,
): LenientlyParsed<Data> {
  const left = structuredClone(value);
  const unread = new Set<string>();
  const isUnreadable = (field: string) => ancestorsOf(field).some((path) => unread.has(path));
  let diagnostics: readonly FieldDiagnostic[] | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const result = schema.safeParse(left);
    if (result.success) return { data: result.data, diagnostics: diagnostics ?? [], isUnreadable };
    const { issues } = result.error;
    diagnostics ??= withoutEchoes(
      issues.slice(0, MOST_TOLD).flatMap((issue) => describeIssue(issue, value)),
    );
    for (const path of issues.flatMap((issue) => pathsOf(issue, left))) {
      unread.add(takeOut(path, left).join("."));
    }
  }
  return { data: schema.parse({}), diagnostics: diagnostics ?? [], isUnreadable: () => true };
}

/** `capacty` is told, and not that `capacity` is missing as well. */
function withoutEchoes(diagnostics: readonly FieldDiagnostic[]): FieldDiagnostic[] {
  const meant = new Set(diagnostics.flatMap((diagnostic) => diagnostic.meant ?? []));
  return diagnostics.filter(({ path }) => !meant.has(path.join(".")));
}

/** `source.publisher` → source.publisher, source */
function ancestorsOf(field: string): string[] {
  const parts = field.split(".");
  return parts.map((_, at) => parts.slice(0, at + 1).join("."));
}

/** What has to go: the fields that are wrong, or what lacks one. */
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

/** Takes out what stands there; a list as a whole, since the numbers of its entries would change. */
function takeOut(path: readonly PropertyKey[], fields: Fields): readonly PropertyKey[] {
  let holder: unknown = fields;
  for (const [at, key] of path.entries()) {
    const held: unknown = isFields(holder) ? holder[String(key)] : undefined;
    const isLast = at === path.length - 1 || Array.isArray(held);
    if (isLast && isFields(holder)) {
      Reflect.deleteProperty(holder, key);
      return path.slice(0, at + 1);
    }
    holder = held;
  }
  return path;
}

/** Lists are fields by their numbers. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** `{ capacity: director, owner }` has a field `owner` with nothing in it. */
const AFTER_COMMA = '; a value with a comma must be quoted, as in `"one, two"`';

function describeIssue(issue: z.core.$ZodIssue, value: unknown): FieldDiagnostic[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MOST_TOLD).map((key) => {
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
