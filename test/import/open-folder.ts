import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { runCommand } from "../cli/run-command.ts";

/** A folder to import into. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    path: (name: string) => join(folder, name),
    save: (name: string, text: string | Buffer) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    read: (name: string) => readFileSync(join(folder, name), "utf8"),
    run: (...args: string[]) => runCommand("import", [...args, "--out", folder, "--allow-local"]),
  };
}
