import { close, readSync } from "node:fs";
import { openRegularFile } from "./regular-file.ts";

/** A file as it was when it was opened, also once another one has its name. */
export type OpenFile = {
  readonly length: number;
  /** In a buffer of its own unless one is given. */
  readonly read: (start: number, length: number, into?: Uint8Array) => Uint8Array;
};

/** It is closed when nobody can read it any more; not by this thread, because to close a large one that has been removed takes long. */
const unused = new FinalizationRegistry<number>((file) => close(file));

export function openFile(path: string): OpenFile {
  const { file, size } = openRegularFile(path);
  const read: OpenFile["read"] = (start, length, into = new Uint8Array(length)) => {
    const bytes = into.subarray(0, length);
    for (let at = 0; at < length;) {
      const count = readSync(file, bytes, at, length - at, start + at);
      if (count === 0) throw new Error(`${path} was cut off → restart the bot`);
      at += count;
    }
    return bytes;
  };
  unused.register(read, file);
  return { length: size, read };
}
