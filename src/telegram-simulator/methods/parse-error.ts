import type { z } from "zod";
import { badRequest, type Refusal } from "../rules/refusal.ts";

type Issue = z.core.$ZodIssue;

/** Telegram's names for the objects in a parameter; others have none. */
const OBJECT_NAMES: Readonly<Record<string, string>> = {
  entities: "MessageEntity",
  inline_keyboard: "inline keyboard button",
  commands: "BotCommand",
  scope: "BotCommandScope",
  results: "inline query result",
};

/** Telegram's names for JSON types. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  boolean: "Boolean",
  number: "Number",
  int: "Number",
  string: "String",
  array: "Array",
  object: "Object",
};

/** Telegram's error message for the first mistake in a malformed payload. */
export function parseError(payload: unknown, [issue]: readonly Issue[]): Refusal {
  if (!issue) return badRequest("can't parse parameters");
  const complaint = complaintAbout(payload, issue);
  // The innermost field whose objects have a name.
  const holder = issue.path.findLast((key) => typeof key === "string" && key in OBJECT_NAMES);
  const name = typeof holder === "string" && isInside(issue, holder) && OBJECT_NAMES[holder];
  if (name) return badRequest(`can't parse ${name}: ${complaint}`);
  return badRequest(complaint.charAt(0).toLowerCase() + complaint.slice(1));
}

function complaintAbout(payload: unknown, issue: Issue): string {
  const field = String(issue.path.at(-1) ?? "parameters");
  if (valueAt(payload, issue.path) === undefined) return `Can't find field "${field}"`;
  if (issue.code === "invalid_union") return "Unsupported type specified";
  if (issue.code !== "invalid_type") return `Field "${field}": ${issue.message}`;
  return `Field "${field}" must be of type ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
}

function isInside({ path }: Issue, holder: string): boolean {
  return path.at(-1) !== holder;
}

function valueAt(payload: unknown, path: readonly PropertyKey[]): unknown {
  let value = payload;
  for (const key of path) {
    const parsed: unknown = typeof value === "string" ? JSON.parse(value) : value;
    if (typeof parsed !== "object" || parsed === null) return undefined;
    value = Reflect.get(parsed, key);
  }
  return value;
}
