import { parseEnv } from "node:util";
import { codeOf } from "../logging/describe-error.ts";
import { NotAFile, readRegularFile } from "../files/regular-file.ts";

/** A file of settings is a few hundred bytes. */
const MAX_BYTES = 1_000_000;

type Variables = Record<string, string | undefined>;

/**
 * Reads `.env`, if it exists, into the environment. Existing environment variables take precedence.
 * Returns the problem and its remedy, if there is one.
 */
export function readEnvironmentFile(
  path = ".env",
  environment: Variables = process.env,
): string | undefined {
  const read = textOf(path);
  if (read.kind === "missing") return undefined;
  if (read.kind === "faulty") return `${path}: ${read.problem}`;
  for (const [name, value] of Object.entries(parseEnv(read.text))) {
    environment[name] ??= value;
  }
  return undefined;
}

type TextRead =
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "faulty"; readonly problem: string };

function textOf(path: string): TextRead {
  try {
    return decode(readRegularFile(path, MAX_BYTES));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { kind: "missing" };
    const what =
      error instanceof NotAFile
        ? `is ${error.obstacle}`
        : `cannot be read (${codeOf(error) ?? "unknown error"})`;
    return { kind: "faulty", problem: `${what}: make it a readable text file, or remove it` };
  }
}

const CARRIAGE_RETURNS = /\r\n?/gu;

/** Editors on Windows save UTF-8 with a byte order mark, or UTF-16. The mark is not part of the text. */
function decode(bytes: Uint8Array): TextRead {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes("\0")) {
    return { kind: "faulty", problem: "is not UTF-8 text (it has null bytes): save it as UTF-8" };
  }
  return { kind: "read", text: text.replaceAll(CARRIAGE_RETURNS, "\n") };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
