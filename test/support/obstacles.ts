import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";

type Obstacle = readonly [
  what: string,
  /** Creates it. */
  put: (path: string) => void,
  /** What the bot calls it. */
  name: string,
];

/** What may be in place of a file. Opening some of these blocks forever, or reads endlessly. */
export const OBSTACLES: readonly Obstacle[] = [
  ["a folder", (path) => mkdirSync(path), "a folder"],
  ["a pipe", (path) => void execFileSync("mkfifo", [path]), "a pipe"],
  ["a link to a device without end", (path) => symlinkSync("/dev/zero", path), "a device"],
  ["a link to a device without room", (path) => symlinkSync("/dev/full", path), "a device"],
  ["a link to nowhere", (path) => symlinkSync("/nowhere/at/all", path), "a broken link"],
  ["a link to itself", (path) => symlinkSync(path, path), "a broken link"],
];
