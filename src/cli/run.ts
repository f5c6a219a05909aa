/** The entry point of all commands: `npm run ask` is `run.ts ask`. Importing any other file runs nothing. */
import { problemWithWordVectors } from "../languages/load-word-vectors.ts";
import { EXIT_MISTAKE, ignoreClosedPipe } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const { stdin, stdout, stderr, env } = process;
const [name = "", ...argv] = process.argv.slice(2);
stdout.on("error", ignoreClosedPipe);
process.exitCode = await runNamed();

async function runNamed(): Promise<number> {
  const load = COMMANDS.get(name);
  if (!load) {
    stderr.write(`unknown command "${name}": write one of ${[...COMMANDS.keys()].join(", ")}\n`);
    return EXIT_MISTAKE;
  }
  const problem = problemWithWordVectors();
  if (problem !== undefined) {
    stderr.write(`${problem}\n`);
    return EXIT_MISTAKE;
  }
  const command = await load();
  return command(argv, { stdin, stdout, stderr, env });
}
