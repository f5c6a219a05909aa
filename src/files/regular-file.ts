import {
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { codeOf } from "../logging/describe-error.ts";

/** Something other than a regular file is in its place. */
export class NotAFile extends Error {
  readonly code = "NOT_A_FILE";
  /** "a folder", "a pipe". */
  readonly obstacle: string;

  constructor(path: string, obstacle: string) {
    super(`${path} is ${obstacle}: remove it`);
    this.obstacle = obstacle;
  }
}

/** What the operator can do about an error with a file. */
export function remedyFor(error: unknown, otherwise: string): string {
  return error instanceof NotAFile ? error.message : otherwise;
}

/** What blocks this path; `undefined` if it is free or a regular file. */
export function obstacleAt(path: string): string | undefined {
  const found = statIfExists(path);
  if (found) return obstacleIn(found);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? "a broken link" : undefined;
}

/** Follows links. */
function statIfExists(path: string): Stats | undefined {
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

/** Reads a regular file. Never blocks on a pipe, and never reads an endless device. */
export function readRegularFile(path: string, maxBytes = Number.POSITIVE_INFINITY): Buffer {
  return withRegularFile(path, (file, size) => {
    if (size > maxBytes) throw new NotAFile(path, `larger than ${maxBytes} bytes`);
    return readFileSync(file);
  });
}

/** The first bytes of a regular file, or all of a shorter one. */
export function readBeginning(path: string, bytes: number): Buffer {
  return withRegularFile(path, (file) => {
    const beginning = Buffer.alloc(bytes);
    return beginning.subarray(0, readSync(file, beginning));
  });
}

function withRegularFile<Value>(path: string, use: (file: number, size: number) => Value): Value {
  const { file, size } = openRegularFile(path);
  try {
    return use(file, size);
  } finally {
    closeSync(file);
  }
}

/** Opens a regular file for reading. */
export function openRegularFile(path: string): { readonly file: number; readonly size: number } {
  const obstacle = obstacleAt(path);
  if (obstacle !== undefined) throw new NotAFile(path, obstacle);
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(file);
    // It may have been replaced since the check.
    if (!found.isFile()) throw new NotAFile(path, obstacleIn(found) ?? "no file");
    return { file, size: found.size };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

const TO_REPLACE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
const TO_APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;

/** Opens a file for appending. */
export function openToAppend(path: string): number {
  const obstacle = obstacleAt(path);
  if (obstacle !== undefined) throw new NotAFile(path, obstacle);
  return openWithoutBlocking(path, TO_APPEND);
}

/** Writes a temporary file and renames it, so that a killed process leaves either the old or the new content. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  replaceFileByParts(path, [content]);
}

/** The same with what is written one after another. */
export function replaceFileByParts(path: string, parts: Iterable<string | Uint8Array>): void {
  const obstacle = obstacleAt(path);
  if (obstacle !== undefined) throw new NotAFile(path, obstacle);
  const temporary = `${path}.new`;
  const owner = statIfExists(path);
  const file = openWithoutBlocking(temporary, TO_REPLACE);
  try {
    for (const part of parts) writeFileSync(file, part);
    // An operator may run a command as root; the bot has to be able to write the file afterwards.
    if (owner && isRoot()) fchownSync(file, owner.uid, owner.gid);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Questions and answers are private to the user who runs the bot. */
const OWNER_ONLY = 0o600;

/** Never waits for someone to read from a pipe. */
function openWithoutBlocking(path: string, flags: number): number {
  try {
    return openSync(path, flags | constants.O_NONBLOCK, OWNER_ONLY);
  } catch (error) {
    throw notAFileFor(path, error);
  }
}

/** Translates the error of opening a folder, or a pipe without a reader. */
export function notAFileFor(path: string, error: unknown): unknown {
  if (codeOf(error) === "ENXIO") return new NotAFile(path, "a pipe");
  return codeOf(error) === "EISDIR" ? new NotAFile(path, "a folder") : error;
}
