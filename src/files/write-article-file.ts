import {
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../logging/describe-error.ts";
import { refusalOfDisk } from "./move-whole.ts";

/**
 * Writes an article whole or not at all, so that a killed import leaves what an editor wrote. Says why it did not: the
 * file is no longer as it was `before`, when import read it, or it cannot be written.
 */
export function writeArticleFile(
  file: string,
  markdown: string,
  before: string | undefined,
): string | undefined {
  try {
    if (textOf(file) !== before) return `${file} was changed in the meantime: import this again`;
    mkdirSync(dirname(file), { recursive: true });
    // A link stays one, and so does who may read the file.
    const path = before === undefined ? file : realpathSync(file);
    const temporary = `${path}.${process.pid}.new`;
    writeFileSync(temporary, markdown, before === undefined ? {} : { mode: statSync(path).mode });
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return `${file} cannot be written: ${refusalOfDisk(error)}`;
  }
}

/** The text of a file, if there is one. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
