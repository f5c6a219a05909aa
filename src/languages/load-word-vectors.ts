import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { intactHeader, parseWordVectors, type WordVectors } from "./word-vectors.ts";

/** `npm start` puts a copy beside the bundle. */
const FILE = new URL("word-vectors.bin", import.meta.url);

/** Throws if the file is missing or damaged. */
export function loadWordVectors(file = FILE): WordVectors {
  const vectors = parseWordVectors(read(file));
  if (!vectors) throw new Error(damaged(file));
  return vectors;
}

/** What is wrong with the file, for the operator; takes a tenth of the time of loading it. */
export function problemWithWordVectors(file = FILE): string | undefined {
  try {
    return intactHeader(read(file)) ? undefined : damaged(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function read(file: URL): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : "unreadable";
    throw new Error(`${fileURLToPath(file)} cannot be read (${why}): ${WAY_OUT}`, { cause });
  }
}

const WAY_OUT = "check out all sources, and run npm ci on this machine";

function damaged(file: URL): string {
  return `${fileURLToPath(file)} is damaged: ${WAY_OUT}`;
}
