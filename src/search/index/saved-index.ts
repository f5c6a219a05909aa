import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { Article } from "../../article/article.ts";
import { groupByLanguage, openPassageIndex, type PassageIndex } from "./passage-index.ts";
import type { Steps } from "../analysis/steps.ts";
import { packFor } from "../../languages/packs.ts";
import {
  openLanguageIndex,
  type LanguageIndex,
  type LanguageIndexRecord,
} from "./language-index.ts";

/** Raise it whenever the record's fields change, or the way words become terms. */
const VERSION = "ask-the-article index 21";
const DIGEST_BYTES = 32;

/** Version and digest are checked before they are parsed, so the shapes are known. */
const headSchema = z.custom<SavedHead>((value) => typeof value === "object");
const passagesSchema = z.custom<SavedPassages>((value) => Array.isArray(value));

type SavedPassages = LanguageIndexRecord["passages"];
type SavedHead = Omit<LanguageIndexRecord, "passages"> & { readonly pieces: number };

/** Read in some milliseconds, so that answers go on between two pieces. */
const PASSAGES_IN_PIECE = 200;

/**
 * The index as bytes: version, `key`, digest of the rest; then, for each language, pieces: the head, and passages. The
 * key stands for the articles.
 */
export function saveIndex(index: PassageIndex, key: string): Uint8Array<ArrayBuffer> {
  const pieces = index.languageIndexesFor(undefined).flatMap(({ record }) => {
    const { passages, ...rest } = record;
    const some: SavedPassages[] = [];
    for (let at = 0; at < passages.length; at += PASSAGES_IN_PIECE) {
      some.push(passages.slice(at, at + PASSAGES_IN_PIECE));
    }
    const head: SavedHead = { ...rest, pieces: some.length };
    return [head, ...some];
  });
  const body = joinBytes(
    pieces.flatMap((piece) => {
      const bytes = serialize(piece);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
  return joinBytes([Buffer.from(headOf(key)), digestOf(body), body]);
}

const LENGTH_BYTES = 4;

/** Whether the bytes are undamaged, and of this version and these articles: if not, build the index instead. */
export function isIndexOf(bytes: Uint8Array, key: string): boolean {
  const saved = asBuffer(bytes);
  const bodyStart = headOf(key).length + DIGEST_BYTES;
  const digest = saved.subarray(headOf(key).length, bodyStart);
  return hasHead(saved, key) && digestOf(saved.subarray(bodyStart)).equals(digest);
}

/** `bytes` must be an undamaged index of these articles. */
export function* openSavedIndex(
  bytes: Uint8Array,
  key: string,
  articles: readonly Article[],
): Steps<PassageIndex> {
  const saved = asBuffer(bytes);
  if (!hasHead(saved, key)) throw new Error("an index of another version → restart the bot");
  const indexes: LanguageIndex[] = [];
  let at = headOf(key).length + DIGEST_BYTES;
  const next = (): unknown => {
    const start = at + LENGTH_BYTES;
    at = start + saved.readUInt32LE(at);
    return deserialize(saved.subarray(start, at));
  };
  for (const group of groupByLanguage(articles)) {
    const { pieces, ...rest } = headSchema.parse(next());
    yield;
    const passages: SavedPassages[number][] = [];
    for (let piece = 0; piece < pieces; piece += 1) {
      passages.push(...passagesSchema.parse(next()));
      yield;
    }
    const pack = packFor(group[0]?.language ?? "");
    indexes.push(yield* openLanguageIndex(group, pack, { ...rest, passages }));
  }
  return openPassageIndex(articles, indexes);
}

function headOf(key: string): string {
  return `${VERSION} ${key}\n`;
}

function hasHead(bytes: Buffer, key: string): boolean {
  return bytes.toString("utf8", 0, headOf(key).length) === headOf(key);
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** In a buffer of their own, which a thread can give away. */
function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
