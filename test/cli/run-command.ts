import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { CommandIo } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";

export type CommandRun = {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
};

/** Runs a command in this process, as `npm run` does in its own. */
export async function runCommand(
  name: string,
  args: readonly string[],
  input = "",
): Promise<CommandRun> {
  const { stdout, stderr, done } = startCommand(name, args, Readable.from([Buffer.from(input)]));
  const [printed, complaints, code] = await Promise.all([text(stdout), text(stderr), done]);
  return { stdout: printed, stderr: complaints, code };
}

/** The same for a caller that feeds stdin and reads while the command runs. */
export function startCommand(name: string, args: readonly string[], stdin: Readable) {
  const { stdout, stderr, io } = openIo(stdin);
  const done = run(name, args, io).finally(() => {
    stdout.end();
    stderr.end();
  });
  return { stdout, stderr, done };
}

/** For a command that is called directly; `output` ends its streams. */
export function commandIo() {
  const { stdout, stderr, io } = openIo(Readable.from([]));
  const output = async () => {
    stdout.end();
    stderr.end();
    return { stdout: await text(stdout), stderr: await text(stderr) };
  };
  return { io, output };
}

function openIo(stdin: Readable) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const io: CommandIo = { stdin, stdout, stderr, env: {} };
  return { stdout, stderr, io };
}

async function run(name: string, args: readonly string[], io: CommandIo): Promise<number> {
  const load = COMMANDS.get(name);
  if (!load) throw new Error(`unknown command ${name}`);
  const command = await load();
  return command(args, io);
}
