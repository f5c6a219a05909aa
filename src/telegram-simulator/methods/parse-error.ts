import type { z } from "zod";
import { badRequest, type Refusal } from "../rules/refusal.ts";

type Issue = z.core.$ZodIssue;

/** What Telegram calls the objects inside a parameter; others go without a name. */
const OBJECT_NAMES: Readonly<Record<string, string>> = {
  entities: "MessageEntity",
  inline_keyboard: "inline keyboard button",
  commands: "BotCommand",
  scope: "BotCommandScope",
  results: "inline query result",
};

/** What Telegram calls the types of JSON. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  boolean: "Boolean",
  number: "Number",
  int: "Number",
  string: "String",
  array: "Array",
  object: "Object",
};

/** Telegram's words for a payload whose form is wrong, of the first mistake in it. */
export function parseError(payload: unknown, [issue]: readonly Issue[]): Refusal {
  if (!issue) return badRequest("can't parse parameters");
  const complaint = complaintAbout(payload, issue);
  // The last field that holds a list of objects or an object with a name of its own.
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
    const opened: unknown = typeof value === "string" ? JSON.parse(value) : value;
    if (typeof opened !== "object" || opened === null) return undefined;
    value = Reflect.get(opened, key);
  }
  return value;
}
