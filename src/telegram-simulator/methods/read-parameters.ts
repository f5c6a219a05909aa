import type { z } from "zod";
import { parseError } from "./parse-error.ts";

export type ReadParameters<Parameters> = {
  readonly parameters: Parameters;
  /** Paths such as "reply_markup.inline_keyboard.0.0.colour". Telegram ignores them; tests fail on them. */
  readonly unknown: readonly string[];
};

/** Checks a payload against a method's parameters; unknown ones are removed and listed. */
export function readParameters<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
): ReadParameters<z.output<Schema>> {
  const unknown: string[] = [];
  let rest = payload;

  // Each round finds the unknown keys of one level only.
  for (;;) {
    const read = schema.safeParse(rest);
    if (read.success) return { parameters: read.data, unknown };

    const strangers = read.error.issues.filter((issue) => issue.code === "unrecognized_keys");
    if (strangers.length === 0) throw parseError(rest, read.error.issues);
    rest = structuredClone(rest);
    for (const { path, keys } of strangers) {
      for (const key of keys) {
        unknown.push([...path, key].join("."));
        rest = without(rest, [...path, key]);
      }
    }
  }
}

function without(value: unknown, [key, ...path]: PropertyKey[]): unknown {
  const container = typeof value === "string" ? (JSON.parse(value) as unknown) : value;
  if (key === undefined || typeof container !== "object" || container === null) return container;

  if (path.length > 0) Reflect.set(container, key, without(Reflect.get(container, key), path));
  else Reflect.deleteProperty(container, key);
  return container;
}
