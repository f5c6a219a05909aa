import { createHash } from "node:crypto";
import { z } from "zod";
import type { Article } from "../../article/article.ts";
import { groupByLanguage, openPassageIndex, type PassageIndex } from "./passage-index.ts";
import type { Steps } from "../analysis/steps.ts";
import { packFor } from "../../languages/packs.ts";
import { openLanguageIndex, type LanguageIndex } from "./language-index.ts";
import type { LanguageIndexRecord } from "./record-articles.ts";

/** Raise it whenever the record's fields change, or the way words become terms. */
const VERSION = "ask-the-article index 22";
const DIGEST_BYTES = 32;
/** Arrays of numbers begin at a multiple of it. */
const ALIGNMENT = 4;

/** Version and digest are checked before this is read, so the shape is known. */
const recordsSchema = z.array(z.custom<LanguageIndexRecord>((value) => typeof value === "object"));

/**
 * The index as bytes: version and `key`, which stands for the articles; digest of the rest; the length of the directory;
 * the directory, which has the records of the languages with a `Place` for each array; the arrays. Whoever opens it looks
 * at the arrays where they are.
 */
export function saveIndex(index: PassageIndex, key: string): Uint8Array<ArrayBuffer> {
  const arrays: SavedArray[] = [];
  let end = 0;
  const records = index.languageIndexesFor(undefined).flatMap(({ record }) => record ?? []);
  const directory = Buffer.from(
    JSON.stringify(records, (_, value: unknown) => {
      const kind = KINDS.findIndex((One) => value instanceof One);
      if (!isSavedArray(value) || kind < 0) return value;
      const place: Place = [kind, end, value.length];
      arrays.push(value);
      end = aligned(end + value.byteLength);
      return place;
    }),
  );
  const { body, directory: from, arrays: start } = layoutOf(key, directory.length);
  const saved = Buffer.from(new ArrayBuffer(start + end));
  saved.write(headOf(key));
  saved.writeUInt32LE(directory.length, body);
  saved.set(directory, from);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    saved.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  saved.set(digestOf(saved.subarray(body)), body - DIGEST_BYTES);
  return new Uint8Array(saved.buffer);
}

type SavedArray = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Number of the kind of array in KINDS, first byte after the directory, length. */
type Place = readonly [kind: number, start: number, length: number];

type Kind = new (buffer: ArrayBufferLike, start: number, length: number) => SavedArray;

const KINDS: readonly Kind[] = [Int32Array, Uint32Array, Uint16Array, Uint8Array];

function isSavedArray(value: unknown): value is SavedArray {
  return KINDS.some((One) => value instanceof One);
}

/** Whether the bytes are undamaged, and of this version and these articles: if not, build the index instead. */
export function isIndexOf(bytes: Uint8Array, key: string): boolean {
  const { body } = layoutOf(key, 0);
  const digest = bytes.subarray(body - DIGEST_BYTES, body);
  return hasHead(bytes, key) && digestOf(bytes.subarray(body)).equals(digest);
}

/** `bytes` must be an undamaged index of these articles; they are kept. */
export function* openSavedIndex(
  bytes: Uint8Array,
  key: string,
  articles: readonly Article[],
): Steps<PassageIndex> {
  if (!hasHead(bytes, key)) throw new Error("an index of another version → restart the bot");
  const records = recordsIn(bytes, key);
  yield;
  const indexes: LanguageIndex[] = [];
  for (const [number, group] of groupByLanguage(articles).entries()) {
    const record = records[number];
    const pack = packFor(group[0]?.language ?? "");
    if (record) indexes.push(yield* openLanguageIndex(group, pack, record));
  }
  return openPassageIndex(articles, indexes);
}

function recordsIn(bytes: Uint8Array, key: string): readonly LanguageIndexRecord[] {
  const saved = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);
  const { buffer, byteOffset } = saved;
  const { body, directory } = layoutOf(key, 0);
  const length = new DataView(buffer, byteOffset).getUint32(body, true);
  const { arrays } = layoutOf(key, length);
  const written = Buffer.from(buffer, byteOffset + directory, length).toString();
  return recordsSchema.parse(
    JSON.parse(written, (_, value: unknown) => {
      const { data: place } = placeSchema.safeParse(value);
      if (!place) return value;
      const [kind, start, size] = place;
      const One = KINDS[kind] ?? Uint8Array;
      return new One(buffer, byteOffset + arrays + start, size);
    }),
  );
}

const placeSchema = z.tuple([z.number(), z.number(), z.number()]);

/** Where the parts begin. */
function layoutOf(key: string, directoryLength: number) {
  const body = aligned(headOf(key).length + DIGEST_BYTES);
  const directory = body + Uint32Array.BYTES_PER_ELEMENT;
  return { body, directory, arrays: aligned(directory + directoryLength) };
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}

function headOf(key: string): string {
  return `${VERSION} ${key}\n`;
}

function hasHead(bytes: Uint8Array, key: string): boolean {
  const head = Buffer.from(headOf(key));
  return head.equals(bytes.subarray(0, head.length));
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
