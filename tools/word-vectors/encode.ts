import { crc32 } from "node:zlib";
import {
  CHECKSUM_FROM,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  VECTOR_LENGTH,
} from "../../src/languages/word-vectors.ts";
import type { TermVector } from "./merge-forms.ts";

const MAX_BYTE = 127;

/** The terms with their vectors, which are of length 1, as the file that `parseWordVectors` reads. */
export function encode(given: readonly TermVector[]): Uint8Array {
  const terms = Buffer.from(given.map(({ term }) => term).join("\n"));
  const vectors = given.map(({ vector }) => Buffer.from(Int8Array.from(vector, toByte).buffer));
  const header = {
    magic: MAGIC,
    checksum: 0,
    size: given.length,
    dimensions: given[0]?.vector.length ?? 0,
    bytesOfTerms: terms.length,
  };
  const file = Buffer.concat([Buffer.alloc(HEADER_BYTES), terms, ...vectors]);
  for (const [at, field] of HEADER.entries()) file.writeUInt32LE(header[field], at * 4);
  file.writeUInt32LE(crc32(file.subarray(CHECKSUM_FROM)), HEADER.indexOf("checksum") * 4);
  return file;
}

function toByte(value: number): number {
  const byte = Math.round(value * VECTOR_LENGTH);
  if (Math.abs(byte) > MAX_BYTE) throw new Error(`${byte} is no byte → lower VECTOR_LENGTH`);
  return byte;
}
