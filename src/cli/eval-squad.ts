import { readFileSync } from "node:fs";
import { evaluateSquad } from "../evaluation/evaluate-squad.ts";
import { squadTable } from "../evaluation/squad-table.ts";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("no file given → name a set in SQuAD 2.0 form");
console.log(squadTable(evaluateSquad(JSON.parse(readFileSync(file, "utf8")))));
