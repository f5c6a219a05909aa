import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./bot-process.ts";

const SIZE = "64k";

/** A disk of 64 kB; none where this user may mount nothing. */
export function openSmallDisk() {
  const folder = temporaryFolder();
  const options = ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder];
  if (spawnSync("mount", options).status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", ["--lazy", folder]));
  const filling = join(folder, "filling");
  return {
    folder,
    /** Leaves no byte, also not in the last block of another file. */
    fill(): void {
      for (const size of [4096, 1]) {
        try {
          for (;;) writeFileSync(filling, "x".repeat(size), { flag: "a" });
        } catch {
          // It is full.
        }
      }
    },
    free: () => rmSync(filling, { force: true }),
  };
}
