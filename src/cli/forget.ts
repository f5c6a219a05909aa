import { loggedChat } from "../feedback/keyed-hash.ts";
import { readConfig } from "../config/config.ts";
import { readEnvironmentFile } from "../config/environment-file.ts";
import { readRegularFile } from "../files/regular-file.ts";
import {
  complain,
  complainAboutUsage,
  defineCommand,
  printLine,
  type CommandIo,
} from "./command.ts";
import { forgetReader, type Erasure } from "./forget-reader.ts";

const SPEC = {
  name: "forget",
  usage: [["npm run forget -- --user ID", "deletes all that is stored about one reader"]],
  options: {
    user: { type: "string", value: "ID", about: "the reader's Telegram id" },
    trace: {
      type: "string",
      value: "ID,…",
      about: "answers of the reader, by the short ids that they were shown",
    },
  },
  maxArguments: 0,
  example: "npm run forget -- --user 123456789",
} as const;

const USER = /^[1-9]\d{0,14}$/u;
const TRACES = /^[0-9a-z]{8}(?:,[0-9a-z]{8})*$/u;
/** Something could not be reached; the rest is deleted. */
const EXIT_INCOMPLETE = 1;
/** A token is shorter than a hundred bytes. */
const MAX_TOKEN_BYTES = 10_000;

export const forget = defineCommand(SPEC, async ({ values }, io) => {
  const { user, trace } = values;
  if (user === undefined || !USER.test(user))
    return complainAboutUsage(SPEC, io, "--user takes a reader's Telegram id: a number");
  if (trace !== undefined && !TRACES.test(trace))
    return complainAboutUsage(SPEC, io, "--trace takes ids of eight letters and digits");
  const config = configOf(io);
  if (config.kind === "faulty") return complain(io, config.problems.join("\n"));
  const { token } = config;
  if (token === undefined)
    return complain(io, "BOT_TOKEN: missing: it tells which answers were the reader's");

  const id = Number(user);
  const traces = new Set(trace?.split(","));
  const { deleted, problems } = await forgetReader(id, { ...config, token }, traces);
  print(deleted, problems, io);
  printLine(io.stdout, `the log calls this reader's chat ${loggedChat(token, id)}`);
  return problems.length === 0 ? 0 : EXIT_INCOMPLETE;
});

function configOf({ env }: CommandIo): ReturnType<typeof readConfig> {
  const problem = readEnvironmentFile(".env", env);
  if (problem !== undefined) return { kind: "faulty", problems: [problem] };
  return readConfig(env, readSecret);
}

function readSecret(path: string): string {
  return readRegularFile(path, MAX_TOKEN_BYTES).toString("utf8");
}

function print(
  deleted: Erasure["deleted"],
  problems: readonly string[],
  { stdout, stderr }: CommandIo,
): void {
  for (const { count, what, where } of deleted)
    printLine(stdout, `${count} ${what}${count === 1 ? "" : "s"}: deleted from ${where}`);
  if (deleted.length === 0) printLine(stdout, "nothing is stored about this reader");
  for (const problem of problems) printLine(stderr, problem);
}
