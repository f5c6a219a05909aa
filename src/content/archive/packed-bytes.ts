import { sql, type Statement } from "../../database/statement.ts";

/** Several values one behind the other: as an array, the database client would send them as text. */
export type PackedBytes = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each begins, from 1 as in SQL. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
};

export function packBytes(values: readonly Uint8Array[]): PackedBytes {
  const lengths = values.map(({ byteLength }) => byteLength);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  const starts: number[] = [];
  let end = 0;
  for (const value of values) {
    bytes.set(value, end);
    starts.push(end + 1);
    end += value.byteLength;
  }
  return { bytes, starts, lengths };
}

/** Rows with `bytes` in their order, and `columns`, which are arrays in SQL, beside them. */
export function unpacked(
  { bytes, starts, lengths }: PackedBytes,
  columns: Statement,
  names: Statement,
): Statement {
  return sql`(
    SELECT ${names}, substring(${asBuffer(bytes)}::bytea FROM start FOR length) AS bytes
    FROM unnest(${columns}, ${starts}::integer[], ${lengths}::integer[]) AS packed (${names}, start, length)
  )`;
}

/** The database client knows bytes only as buffers. */
export function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
