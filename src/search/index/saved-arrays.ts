import { createHash } from "node:crypto";
import { z } from "zod";

const DIGEST_BYTES = 32;
/** Arrays of numbers begin at a multiple of it. */
const ALIGNMENT = 4;

/**
 * A value with arrays of numbers as bytes: `form` and `key`, which stands for what it is made from; digest of the rest;
 * the length of the directory; the directory, which has the value with a `Place` for each array; the arrays. Whoever
 * opens it looks at the arrays where they are.
 */
export function saveArrays(value: unknown, form: string, key: string): Uint8Array<ArrayBuffer> {
  const arrays: SavedArray[] = [];
  let end = 0;
  const directory = Buffer.from(
    JSON.stringify(value, (_, one: unknown) => {
      const kind = KINDS.findIndex((One) => one instanceof One);
      if (!isSavedArray(one) || kind < 0) return one;
      const place: Place = [kind, end, one.length];
      arrays.push(one);
      end = aligned(end + one.byteLength);
      return place;
    }),
  );
  const { body, directory: from, arrays: start } = layoutOf(form, key, directory.length);
  const saved = Buffer.from(new ArrayBuffer(start + end));
  saved.write(headOf(form, key));
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

/** More than a form and a key have. */
export const MAX_HEAD_BYTES = 1000;

/** The key of undamaged bytes of this form. */
export function savedKeyIn(bytes: Uint8Array, form: string): string | undefined {
  const [head = ""] = Buffer.from(bytes.subarray(0, MAX_HEAD_BYTES)).toString().split("\n", 1);
  if (!head.startsWith(`${form} `)) return undefined;
  const key = head.slice(form.length + 1);
  const { body } = layoutOf(form, key, 0);
  const digest = bytes.subarray(body - DIGEST_BYTES, body);
  return digestOf(bytes.subarray(body)).equals(digest) ? key : undefined;
}

/** The value; `bytes` must be undamaged, and are kept. */
export function openArrays(bytes: Uint8Array, form: string, key: string): unknown {
  if (!hasHead(bytes, form, key)) throw new Error("an index of another version → restart the bot");
  const saved = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);
  const { buffer, byteOffset } = saved;
  const { body, directory } = layoutOf(form, key, 0);
  const length = new DataView(buffer, byteOffset).getUint32(body, true);
  const { arrays } = layoutOf(form, key, length);
  const written = Buffer.from(buffer, byteOffset + directory, length).toString();
  return JSON.parse(written, (_, value: unknown) => {
    const { data: place } = placeSchema.safeParse(value);
    if (!place) return value;
    const [kind, start, size] = place;
    const One = KINDS[kind] ?? Uint8Array;
    return new One(buffer, byteOffset + arrays + start, size);
  });
}

const placeSchema = z.tuple([z.number(), z.number(), z.number()]);

/** Where the parts begin. */
function layoutOf(form: string, key: string, directoryLength: number) {
  const body = aligned(headOf(form, key).length + DIGEST_BYTES);
  const directory = body + Uint32Array.BYTES_PER_ELEMENT;
  return { body, directory, arrays: aligned(directory + directoryLength) };
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}

function headOf(form: string, key: string): string {
  return `${form} ${key}\n`;
}

/** Whether the bytes begin as they should; they may be damaged. */
export function hasHead(bytes: Uint8Array, form: string, key: string): boolean {
  const head = Buffer.from(headOf(form, key));
  return head.equals(bytes.subarray(0, head.length));
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
