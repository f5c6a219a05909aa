import { z } from "zod";

/**
 * Values as Telegram reads them. Forms carry text only, and in JSON, too, Telegram accepts "12" as 12 and a
 * string that holds a serialized object as that object.
 */
export const text = z.preprocess(scalarAsText, z.string());
export const integer = z.preprocess(textAsNumber, z.int());
export const boolean = z.preprocess(textAsBoolean, z.boolean());
export const chatId = z.union([integer, z.string()]);

export function json<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(textAsJson, schema);
}

const WHOLE_NUMBER = /^-?\d+$/u;
const TRUE_WORDS = new Set(["true", "yes", "1"]);

function scalarAsText(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function textAsNumber(value: unknown): unknown {
  return typeof value === "string" && WHOLE_NUMBER.test(value) ? Number(value) : value;
}

function textAsBoolean(value: unknown): unknown {
  return typeof value === "string" ? TRUE_WORDS.has(value.toLowerCase()) : value;
}

function textAsJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
