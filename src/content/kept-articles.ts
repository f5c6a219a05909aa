import { statSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { MAX_FILE_BYTES } from "../article/loading/read-article-file.ts";
import type { OpenFile } from "../files/open-file.ts";
import { readRegularFile } from "../files/regular-file.ts";
import { inParts } from "../search/index/saved-arrays.ts";
import { digestOf, digestOfAll, type PackedArticle } from "./packed-article.ts";

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

const FORM = "ask-the-article articles 3";
const DIGEST_LENGTH = 32;
const BYTES_OF_LENGTH = Uint32Array.BYTES_PER_ELEMENT;

type Head = readonly Omit<KeptArticle, "bytes">[];

/** In parts, to be written one after another. `version`: of the program, which may parse otherwise than another. */
export function* saveKeptArticles(
  articles: readonly KeptArticle[],
  version: string,
): Generator<Uint8Array> {
  const head = serialize(articles.map(headOf) satisfies Head);
  const headLength = Buffer.alloc(BYTES_OF_LENGTH);
  headLength.writeUInt32LE(head.length);
  function* body() {
    yield headLength;
    yield head;
    for (const { bytes } of articles) yield bytes();
  }
  yield Buffer.from(`${FORM} ${version}\n${digestOfAll(body())}`);
  yield* body();
}

/** All of it that is not read from a file. */
export function headOf({
  digest,
  size,
  outlineSize,
  slug,
  translatedTo,
  files,
  isPart,
}: KeptArticle): Omit<KeptArticle, "bytes"> {
  return { digest, size, outlineSize, slug, translatedTo, files, isPart };
}

/** Nothing if the file is damaged, or of another version. The articles stay in it. */
export function loadKeptArticles(
  { length, read }: OpenFile,
  version: string,
): readonly KeptArticle[] | undefined {
  const start = Buffer.from(`${FORM} ${version}\n`);
  const bodyStart = start.length + DIGEST_LENGTH;
  if (length < bodyStart + BYTES_OF_LENGTH || !start.equals(read(0, start.length)))
    return undefined;
  const digest = Buffer.from(read(start.length, DIGEST_LENGTH)).toString("latin1");
  if (digest !== digestOfAll(inParts(read, bodyStart, length))) return undefined;

  const headStart = bodyStart + BYTES_OF_LENGTH;
  const headLength = Buffer.from(read(bodyStart, BYTES_OF_LENGTH)).readUInt32LE();
  const head: Head = deserialize(read(headStart, headLength));
  const buffer = new Uint8Array(Math.max(0, ...head.map(({ size }) => size)));
  let at = headStart + headLength;
  return head.map((article) => {
    const first = at;
    at += article.size;
    return { ...article, bytes: () => read(first, article.size, buffer) };
  });
}
