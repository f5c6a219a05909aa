import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { codeOf } from "../logging/describe-error.ts";

/** Something other than a file is where a file should be. */
export class NotAFile extends Error {
  readonly code = "NOT_A_FILE";
  /** "a folder", "a pipe". */
  readonly obstacle: string;

  constructor(path: string, obstacle: string) {
    super(`${path} is ${obstacle}: take it away`);
    this.obstacle = obstacle;
  }
}

/** What the operator is to do about an error with a file. */
export function remedyFor(error: unknown, otherwise: string): string {
  return error instanceof NotAFile ? error.message : otherwise;
}

/** What is in the way of a file at this path; nothing where there is a file, or room for one. */
export function obstacleAt(path: string): string | undefined {
  const found = followed(path);
  if (found) return obstacleIn(found);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? "a link that leads nowhere" : undefined;
}

function followed(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ELOOP") return undefined;
    throw error;
  }
}

function obstacleIn(found: Stats): string | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a pipe";
  return found.isSocket() ? "a socket" : "a device";
}

/** Reads a file. Never waits for whoever might write into a pipe, and never reads a device without end. */
export function readRegularFile(path: string, mostBytes = Number.POSITIVE_INFINITY): Buffer {
  const obstacle = obstacleAt(path);
  if (obstacle !== undefined) throw new NotAFile(path, obstacle);
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(file);
    // It may have been replaced since it was looked at.
    if (!found.isFile()) throw new NotAFile(path, obstacleIn(found) ?? "no file");
    if (found.size > mostBytes) throw new NotAFile(path, `larger than ${mostBytes} bytes`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

const TO_REPLACE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
const TO_APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;

/** Opens a file to add to it. */
export function openToAppend(path: string): number {
  const obstacle = obstacleAt(path);
  if (obstacle !== undefined) throw new NotAFile(path, obstacle);
  return openAtOnce(path, TO_APPEND);
}

/** Written beside and moved, so that a kill leaves the old file or the new one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const obstacle = obstacleAt(path);
  if (obstacle !== undefined) throw new NotAFile(path, obstacle);
  const beside = `${path}.new`;
  const file = openAtOnce(beside, TO_REPLACE);
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

/** What readers asked and were told is nobody else's business on this machine. */
const OWNER_ONLY = 0o600;

/** Without waiting for somebody who reads from a pipe. */
function openAtOnce(path: string, flags: number): number {
  try {
    return openSync(path, flags | constants.O_NONBLOCK, OWNER_ONLY);
  } catch (error) {
    throw notAFileFor(path, error);
  }
}

/** What opening a pipe that nobody reads, or a folder, fails with, put plainly. */
export function notAFileFor(path: string, error: unknown): unknown {
  if (codeOf(error) === "ENXIO") return new NotAFile(path, "a pipe");
  return codeOf(error) === "EISDIR" ? new NotAFile(path, "a folder") : error;
}
