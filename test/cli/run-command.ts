import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export type CommandRun = {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
};

type Command = "ask" | "eval" | "gaps" | "trace";

/** Starts a command of `src/cli/` as npm does; the caller feeds and ends its stdin. */
export function startCommand(name: Command, args: readonly string[]) {
  return spawn(process.execPath, ["--import", "tsx", `src/cli/${name}.ts`, ...args]);
}

export async function runCommand(
  name: Command,
  args: readonly string[],
  input = "",
): Promise<CommandRun> {
  const child = startCommand(name, args);
  // A command that takes no input may be gone before it is written.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => void child.on("close", resolve));
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { stdout, stderr, code };
}
