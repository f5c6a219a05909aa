import { copyFileSync } from "node:fs";
import { readRegularFile, replaceFile } from "./regular-file.ts";

/**
 * How a file of lines in STATE_DIR is written. Its first line says so: `{"state":"owed answers","version":2}`; a file
 * without such a line is of version 1.
 */
export type StateFormat = {
  /** Named in the file and in the log: "owed answers". */
  readonly contents: string;
  /** Each turns the lines of a version into those of the next, the first those of version 1. */
  readonly upgrades: readonly ((lines: readonly string[]) => readonly string[])[];
};

/** A newer version of the bot has left a file, which this one would misread and then overwrite. */
export class NewerState extends Error {
  constructor(file: string, format: StateFormat, version: number) {
    super(
      `${file}: these ${format.contents} are of a newer version of the bot (their form is ${version}, this bot knows ${latestOf(format)}): start the newer bot again, or move this file away`,
    );
  }
}

function latestOf({ upgrades }: StateFormat): number {
  return upgrades.length + 1;
}

/** The first line of a file. */
export function stateHeader(format: StateFormat): string {
  return `${JSON.stringify({ state: format.contents, version: latestOf(format) })}\n`;
}

/** The lines of a file in the latest form, without the header. Throws `NewerState`. */
export function inLatestForm(
  file: string,
  lines: readonly string[],
  format: StateFormat,
): readonly string[] {
  const header = versionIn(lines[0]);
  const version = header ?? 1;
  if (version > latestOf(format)) throw new NewerState(file, format, version);
  const own = header === undefined ? lines : lines.slice(1);
  return format.upgrades.slice(version - 1).reduce((older, upgrade) => upgrade(older), own);
}

/** Copies a file of an older version, which is about to be replaced, to `FILE.version-1`. */
export function keepOlder(file: string, format: StateFormat): void {
  const [first] = textIn(file).split("\n", 1);
  const version = versionIn(first) ?? 1;
  if (first !== "" && version < latestOf(format)) copyFileSync(file, `${file}.version-${version}`);
}

/** Brings a file that nobody else writes to the latest form at once, and keeps the older one. Throws `NewerState`. */
export function upgradeFile(file: string, format: StateFormat): void {
  const lines = textIn(file)
    .split("\n")
    .filter((line) => line !== "");
  const isLatest = (versionIn(lines[0]) ?? 1) === latestOf(format);
  const upgraded = inLatestForm(file, lines, format);
  if (isLatest || lines.length === 0) return;
  keepOlder(file, format);
  replaceFile(file, stateHeader(format) + upgraded.map((line) => `${line}\n`).join(""));
}

/** Nothing, if there is no file that can be read: whoever needs it will say so. */
function textIn(file: string): string {
  try {
    return readRegularFile(file).toString("utf8");
  } catch {
    return "";
  }
}

function versionIn(line = ""): number | undefined {
  const header = parse(line);
  if (typeof header !== "object" || header === null || !("state" in header)) return undefined;
  return "version" in header && typeof header.version === "number" ? header.version : undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
