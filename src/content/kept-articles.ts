import { statSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { MAX_FILE_BYTES } from "../article/loading/read-article-file.ts";
import { readRegularFile } from "../files/regular-file.ts";
import { digestOf, type PackedArticle } from "./packed-article.ts";

/** What a file was like when it was read. */
export type FileState = {
  readonly name: string;
  readonly size: number;
  readonly changedMs: number;
  readonly inode: number;
  readonly digest: string;
  /** It may have been written to again within the resolution of its time. */
  readonly isRecent: boolean;
};

/** A parsed article, and the files that it is from. */
export type KeptArticle = PackedArticle & {
  readonly slug: string;
  /** The languages of its translations. */
  readonly translatedTo: readonly string[];
  readonly files: readonly FileState[];
  /** There were other articles in the folder. */
  readonly isPart: boolean;
};

/** Coarse file systems store times to two seconds. */
const RECENT_MS = 2000;

/** Nothing if the file cannot be read. */
export function stateOfFile(folder: string, name: string): FileState | undefined {
  const path = join(folder, name);
  try {
    const { size, ctimeMs: changedMs, ino: inode } = statSync(path);
    const isRecent = Date.now() - changedMs < RECENT_MS;
    return {
      name,
      size,
      changedMs,
      inode,
      isRecent,
      digest: digestOf(readRegularFile(path, MAX_FILE_BYTES)),
    };
  } catch {
    return undefined;
  }
}

/** By its size and times alone. The time of a change, unlike that of a modification, cannot be set back. */
export function isAsRead(folder: string, file: FileState): boolean {
  const found = statSync(join(folder, file.name), { throwIfNoEntry: false });
  return (
    !file.isRecent &&
    found?.isFile() === true &&
    found.size === file.size &&
    found.ctimeMs === file.changedMs &&
    found.ino === file.inode
  );
}

const FORM = "ask-the-article articles 1";
const DIGEST_LENGTH = 32;

type Head = readonly (Omit<KeptArticle, "bytes"> & { readonly length: number })[];

/** In parts, to be written one after another. `version`: of the program, which may parse otherwise than another. */
export function saveKeptArticles(
  articles: readonly KeptArticle[],
  version: string,
): readonly Uint8Array[] {
  const head = serialize(
    articles.map(({ bytes, ...rest }) => ({ ...rest, length: bytes.length })) satisfies Head,
  );
  const body = [Buffer.from(`${head.length}\n`), head, ...articles.map(({ bytes }) => bytes)];
  return [Buffer.from(`${FORM} ${version}\n${digestOf(...body)}`), ...body];
}

/** Nothing if the bytes are damaged, or of another version. */
export function loadKeptArticles(
  bytes: Buffer,
  version: string,
): readonly KeptArticle[] | undefined {
  const start = `${FORM} ${version}\n`;
  if (bytes.toString("latin1", 0, start.length) !== start) return undefined;
  const bodyStart = start.length + DIGEST_LENGTH;
  const body = bytes.subarray(bodyStart);
  if (bytes.toString("latin1", start.length, bodyStart) !== digestOf(body)) return undefined;

  const headStart = body.indexOf("\n") + 1;
  const headEnd = headStart + Number(body.toString("latin1", 0, headStart - 1));
  const head: Head = deserialize(body.subarray(headStart, headEnd));
  let at = headEnd;
  return head.map(({ length, ...rest }) => {
    const own = body.subarray(at, at + length);
    at += length;
    return { ...rest, bytes: own };
  });
}
