import { createHash } from "node:crypto";
import { z } from "zod";
import { runSteps, type Steps } from "../../languages/steps.ts";

const DIGEST_BYTES = 32;
/** Arrays of numbers begin at a multiple of it. */
const ALIGNMENT = 4;

/**
 * A value with arrays of numbers as bytes: `form` and `key`, which stands for what it is made from; digest of the rest;
 * the length of the directory; the directory, which has the value with a `Place` for each array; the arrays. Whoever
 * opens it looks at the arrays where they are. In parts, to be written one after another: together, they would take as
 * much memory again.
 */
export function saveArrays(value: unknown, form: string, key: string): readonly Uint8Array[] {
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
  const beginning = Buffer.alloc(start);
  beginning.write(headOf(form, key));
  beginning.writeUInt32LE(directory.length, body);
  beginning.set(directory, from);
  const parts = arrays.flatMap(({ buffer, byteOffset, byteLength }) => [
    new Uint8Array(buffer, byteOffset, byteLength),
    new Uint8Array(aligned(byteLength) - byteLength),
  ]);
  beginning.set(digestOf([beginning.subarray(body), ...parts]), body - DIGEST_BYTES);
  return [beginning, ...parts];
}

type SavedArray = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Number of the kind of array in KINDS, first byte after the directory, length. */
type Place = readonly [kind: number, start: number, length: number];

type Kind = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, start: number, length: number): SavedArray;
};

const KINDS: readonly Kind[] = [Int32Array, Uint32Array, Uint16Array, Uint8Array];

function isSavedArray(value: unknown): value is SavedArray {
  return KINDS.some((One) => value instanceof One);
}

/** More than a form and a key have. */
export const MAX_HEAD_BYTES = 1000;

/** The key of undamaged bytes of this form. */
export function savedKeyIn(saved: SavedBytes, form: string): string | undefined {
  const read = readerOf(saved);
  const beginning = Buffer.from(read(0, Math.min(MAX_HEAD_BYTES, saved.length)));
  const [head = ""] = beginning.toString().split("\n", 1);
  if (!head.startsWith(`${form} `)) return undefined;
  const key = head.slice(form.length + 1);
  const { body } = layoutOf(form, key, 0);
  if (saved.length < body) return undefined;
  const digest = digestOf(inParts(read, body, saved.length));
  return digest.equals(read(body - DIGEST_BYTES, DIGEST_BYTES)) ? key : undefined;
}

const BYTES_AT_ONCE = 2 ** 20;

/** Always in the same buffer: fresh memory takes longer than reading, and is not given back for long. */
export function* inParts(
  read: BytesInFile["read"],
  from: number,
  to: number,
): Generator<Uint8Array> {
  const buffer = new Uint8Array(BYTES_AT_ONCE);
  for (let at = from; at < to; at += BYTES_AT_ONCE) {
    yield read(at, Math.min(BYTES_AT_ONCE, to - at), buffer);
  }
}

/** Bytes in memory, or in a file. */
export type SavedBytes = Uint8Array | BytesInFile;

type BytesInFile = {
  readonly length: number;
  /** A part of them, in a buffer of its own unless one is given. */
  readonly read: (start: number, length: number, into?: Uint8Array) => Uint8Array;
};

export function openArrays(...given: Parameters<typeof openArraysInSteps>): unknown {
  return runSteps(openArraysInSteps(...given));
}

/**
 * The value; the bytes must be undamaged, and are kept. If they are not in memory, arrays of the names in `left` stay
 * where they are, as columns.
 */
export function* openArraysInSteps(
  saved: SavedBytes,
  form: string,
  key: string,
  left: ReadonlySet<string> = new Set(),
): Steps<unknown> {
  const isInMemory = saved instanceof Uint8Array;
  const read = readerOf(saved);
  const { body, directory } = layoutOf(form, key, 0);
  if (!hasHead(read(0, body), form, key))
    throw new Error("an index of another version → restart the bot");
  const length = Buffer.from(read(body, directory - body)).readUInt32LE();
  const { arrays } = layoutOf(form, key, length);
  const written = Buffer.from(read(directory, length)).toString();
  return yield* withArrays(JSON.parse(written), "", function* open(name, [kind, start, size]) {
    const One = KINDS[kind] ?? Uint8Array;
    const numbers = (from: number, to: number) => {
      const first = arrays + start + from * One.BYTES_PER_ELEMENT;
      const { buffer, byteOffset } = read(first, (to - from) * One.BYTES_PER_ELEMENT);
      return new One(buffer, byteOffset, to - from);
    };
    if (isInMemory) return numbers(0, size);
    if (left.has(name)) return { length: size, subarray: numbers };
    const bytes = new Uint8Array(size * One.BYTES_PER_ELEMENT);
    for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
      const part = bytes.subarray(at, at + BYTES_AT_ONCE);
      read(arrays + start + at, part.length, part);
      yield;
    }
    return new One(bytes.buffer, 0, size);
  });
}

/** The value with what `open` makes of each place. */
function* withArrays(
  value: unknown,
  name: string,
  open: (name: string, place: Place) => Steps<unknown>,
): Steps<unknown> {
  const { data: place } = placeSchema.safeParse(value);
  if (place) {
    yield;
    return yield* open(name, place);
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(yield* withArrays(item, "", open));
    return items;
  }
  const fields: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    fields[key] = yield* withArrays(field, key, open);
  }
  return fields;
}

function readerOf(saved: SavedBytes): BytesInFile["read"] {
  if (!(saved instanceof Uint8Array)) return saved.read;
  const inPlace = saved.byteOffset % ALIGNMENT === 0 ? saved : Uint8Array.from(saved);
  return (start, length) => inPlace.subarray(start, start + length);
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

function digestOf(parts: Iterable<Uint8Array>): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
