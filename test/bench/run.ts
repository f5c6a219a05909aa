/**
 * Compares the project with common search libraries on a set in SQuAD 2.0 format; writes docs/bench.md and
 * docs/bench.svg. `--quick` skips the largest collection and writes nothing. `--archive` measures a bot with 100,000
 * passages instead: some minutes, on a quiet machine. `--database URL` writes as many, or `--passages N`, into an empty
 * PostgreSQL database and asks a bot that answers from it; with `--news DIR`, also readers' questions about news among them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ARCHIVE_HEADING, archiveTable } from "./archive/archive-table.ts";
import { measureArchive } from "./archive/measure-archive.ts";
import { databaseReport, measureDatabase } from "./archive/measure-database.ts";
import { archiveOf } from "./archive/write-archive.ts";
import { ENGINES } from "./engines.ts";
import { measuresSchema, type Measures } from "./measures.ts";
import { picture } from "./picture.ts";
import { tables } from "./tables.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
const PAGE = `${DOCS}bench.md`;
const ARCHIVE_PASSAGES = 100_000;
const SIZES = ["1000", "10000", "100000"];

const { squad, quick, only, archive, database, passages, news } = parseArgs({
  options: {
    squad: { type: "string", default: "../shared/bench/squad-dev.json" },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    archive: { type: "boolean", default: false },
    database: { type: "string" },
    news: { type: "string" },
    passages: { type: "string", default: String(ARCHIVE_PASSAGES) },
  },
}).values;
if (!existsSync(squad)) {
  console.error(`there is no ${squad} → npm run bench -- --squad FILE (in SQuAD 2.0 format)`);
  process.exit(1);
}

if (database !== undefined) {
  const [texts, questions] = archiveOf(squad, Number(passages));
  const given = { url: database, passages: texts, questions, news };
  console.log(databaseReport(await measureDatabase(given)));
  process.exit();
}

if (archive) {
  const section = archiveTable(await measureArchive(...archiveOf(squad, Number(passages))));
  console.log(section);
  if (Number(passages) === ARCHIVE_PASSAGES) writePage(compared(), section);
  process.exit();
}

if (!existsSync(`${HERE}node_modules`)) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, stdio: "inherit" });
}
const wanted = only === undefined ? Object.keys(ENGINES) : only.split(",");
const measured = wanted.flatMap((id) => measure(id));
const reference = measured.find(({ name }) => name.includes("stems")) ?? measured[0];
if (!reference) throw new Error("nothing could be measured → see above");

const text = `${tables(measured, reference)}\n`;
console.log(text);
if (!quick && only === undefined) {
  writePage(`${heading()}\n\n${text}`, archived());
  writeFileSync(`${DOCS}bench.svg`, picture(measured));
}

/** The page has what is compared, then the archive; each is measured by itself. */
function writePage(comparison: string, archiveSection: string): void {
  writeFileSync(PAGE, `${comparison.trimEnd()}\n\n${archiveSection.trimEnd()}\n`);
}

function compared(): string {
  return readFileSync(PAGE, "utf8").split(ARCHIVE_HEADING)[0] ?? "";
}

function archived(): string {
  const [, section = ""] = readFileSync(PAGE, "utf8").split(ARCHIVE_HEADING);
  return section === "" ? "" : ARCHIVE_HEADING + section;
}

/** A library that cannot be loaded (one needs a compiler) is reported and skipped. */
function measure(id: string): Measures[] {
  console.error(`… ${id}`);
  const sizes = quick ? SIZES.slice(0, -1) : SIZES;
  const script = `${HERE}measure.ts`;
  const heap = ["--expose-gc", "--max-old-space-size=8192", "--import", "tsx"];
  try {
    const out = execFileSync(process.execPath, [...heap, script, id, squad, ...sizes], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    return [measuresSchema.parse(JSON.parse(out))];
  } catch {
    console.error(`${id} could not be measured: it is left out`);
    return [];
  }
}

function heading(): string {
  return `# Compared with other engines

Written by \`npm run bench\` on Node ${process.version}, ${cpus()[0]?.model ?? "an unknown machine"}.
Engines run one after another, each in its own process; a question's time is the best of three.
This project's time covers the whole answer, confidence and snippet included. Larger collections
are made of the set's sentences, with made-up words mixed in so that the vocabulary grows as well.`;
}
