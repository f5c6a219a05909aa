import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./bot-process.ts";

/** A disk of 64 kB, or another size; `undefined` if this user may not mount one. */
export function openSmallDisk(size = "64k") {
  const folder = temporaryFolder();
  const options = ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder];
  if (spawnSync("mount", options).status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", ["--lazy", folder]));
  const filling = join(folder, "filling");
  return {
    folder,
    /** Leaves no room, not even in the last block of the files named. */
    fill(...others: readonly string[]): void {
      append(filling, 4096);
      for (const file of [filling, ...others]) append(file, 1);
    },
    free: () => rmSync(filling, { force: true }),
  };
}

/** Until the disk is full. */
function append(file: string, size: number): void {
  try {
    for (;;) writeFileSync(file, "x".repeat(size), { flag: "a" });
  } catch {
    // It is full.
  }
}
