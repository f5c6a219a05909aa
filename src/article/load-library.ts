import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Mistake } from "./mistake.ts";
import { parseLibrary, type ArticleFile, type LoadedLibrary } from "./parse-library.ts";

type ReadText = { readonly text: string } | { readonly mistake: Mistake };

/** A long novel is about this large; anything larger is not an article but a slip. */
const MAX_FILE_BYTES = 1024 * 1024;

const ARTICLE_FILE = /^[^._].*\.md$/iu;

/**
 * Reads every `.md` file of a folder (not of folders in it) as one library. Mistakes of all files
 * come back together; files whose names start with `_` or `.` are left alone.
 */
export function loadLibrary(folder: string): LoadedLibrary {
  const names = listArticles(folder);
  if (names === undefined) {
    return faulty(folder, `there is no such folder: name the one that holds your articles`);
  }
  if (names.length === 0) {
    return faulty(
      folder,
      "there is no article in this folder: put a Markdown file (`.md`) into it",
    );
  }

  const files: ArticleFile[] = [];
  const mistakes: Mistake[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const read = readText(folder, path);
    if ("mistake" in read) mistakes.push(read.mistake);
    else files.push({ path, text: read.text });
  }
  return parseLibrary(files, mistakes);
}

function listArticles(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
      .filter((name) => ARTICLE_FILE.test(name))
      .toSorted();
  } catch {
    return undefined;
  }
}

function faulty(file: string, message: string): LoadedLibrary {
  return { kind: "faulty", mistakes: [{ file, line: 1, message }] };
}

function readText(folder: string, file: string): ReadText {
  const complain = (message: string, line = 1) => ({ mistake: { file, line, message } });
  try {
    if (!realpathSync(file).startsWith(realpathSync(folder) + sep)) {
      return complain("the link leads out of the content folder: put the file itself here");
    }
    const { size } = statSync(file);
    if (size > MAX_FILE_BYTES) {
      return complain(`the file has ${size} bytes, more than 1 MB: split it into several articles`);
    }
    return decode(readFileSync(file), complain);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return complain(`the file cannot be read (${code}): mend it or take it away`);
  }
}

function decode(
  bytes: Uint8Array,
  complain: (message: string, line: number) => ReadText,
): ReadText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return complain("these bytes are not UTF-8: save the file as UTF-8", firstBadLine(bytes));
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
