import { readFileSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";

/** The text of a file: an article or a translation. */
export type ArticleFile = { readonly path: string; readonly text: string };

type ReadText = { readonly text: string } | { readonly diagnostic: Diagnostic };

/** About the size of a long novel; anything larger must be here by accident. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** Reads a regular file in the folder; a link may not point outside it. */
export function readArticleFile(folder: string, file: string): ReadText {
  const complain = (message: string, line = 1) => ({ diagnostic: { file, line, message } });
  try {
    if (!realpathSync(file).startsWith(realpathSync(folder) + sep)) {
      return complain("this link points outside the content folder: put the file itself here");
    }
    const found = statSync(file);
    // Reading a pipe would block, and reading a device may never end.
    if (!found.isFile())
      return complain("this is not a regular file: replace it with a Markdown file, or remove it");
    if (found.size > MAX_FILE_BYTES) {
      return complain(
        `the file has ${found.size} bytes, more than 1 MB: split it into several articles`,
      );
    }
    return decode(readFileSync(file), complain);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return complain(`the file cannot be read (${code}): fix it or remove it`);
  }
}

function decode(
  bytes: Uint8Array,
  complain: (message: string, line: number) => ReadText,
): ReadText {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const binaryAt = text.indexOf("\0");
    if (binaryAt < 0) return { text };
    const line = text.slice(0, binaryAt).split("\n").length;
    return complain(
      "this line contains a null byte, which text never does: save the file as UTF-8",
      line,
    );
  } catch {
    return complain("this line is not valid UTF-8: save the file as UTF-8", firstBadLine(bytes));
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const NEWLINE = 0x0a;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
