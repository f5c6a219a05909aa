/** npm start: the bot on Telegram or, without a token, a preview of it on this machine. */
import { once } from "node:events";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type Config, readConfig } from "./config/config.ts";
import { readEnvironmentFile } from "./config/environment-file.ts";
import { collectGarbageSoon } from "./content/archive/garbage.ts";
import { indexedHere, openContentReader } from "./content/content-reader.ts";
import { type FirstContent, firstContent, loadContent } from "./content/load-content.ts";
import { exitOnUncaughtErrors, shutdownSignal } from "./delivery/process-signals.ts";
import { runBot } from "./delivery/run-bot.ts";
import { openLease } from "./delivery/state/lease.ts";
import { startDesk } from "./desk/start-desk.ts";
import { readRegularFile } from "./files/regular-file.ts";
import { NewerState } from "./files/state-format.ts";
import { problemWithWordVectors } from "./languages/load-word-vectors.ts";
import { createReadableLog } from "./logging/log.ts";
import { ignoreBrokenPipes } from "./logging/log-output.ts";
import { openQuestionLog } from "./question-log/open-question-log.ts";
import { EXIT_MISCONFIGURED, serve } from "./serve.ts";
import { SIMULATED_BOT_TOKEN } from "./telegram-simulator/state/simulated-bot.ts";

// Leftover work, such as an answer past its deadline, does not delay the exit.
process.exit(await main().catch(endForNewerState));

async function main(): Promise<number> {
  const problem = problemWithWordVectors();
  if (problem !== undefined) {
    console.error(problem);
    return EXIT_MISCONFIGURED;
  }
  const config = loadConfig();
  if (!config) return EXIT_MISCONFIGURED;
  useLargeSemiSpaceInThreads();
  if (config.answersFromDatabase) collectGarbageSoon();
  const { token, contentDir, stateDir, adminIds } = config;
  const reader = openContentReader({ folder: contentDir, keptIn: stateDir });
  // With a database, it has the articles, and the last good version of each.
  if (token !== undefined && config.databaseUrl !== undefined)
    return serve({ ...config, token }, firstContent(indexedHere([]), reader));
  // In the preview everybody is an editor; on Telegram the admins are, with or without a desk.
  const mayBeEmpty = token === undefined || adminIds.length > 0;
  const first = await loadContent(reader, { mayBeEmpty });
  if (!first) return EXIT_MISCONFIGURED;
  return token === undefined ? preview(config, first) : serve({ ...config, token }, first);
}

/** `npm start` sets a small one, which saves 30 MB; the threads that read articles would be slower by a third with it. */
function useLargeSemiSpaceInThreads(): void {
  setFlagsFromString("--max-semi-space-size=32");
}

function endForNewerState(error: unknown): number {
  if (!(error instanceof NewerState)) throw error;
  console.error(error.message);
  return EXIT_MISCONFIGURED;
}

/** The configuration. If it is faulty, prints every problem and returns nothing. */
function loadConfig(): Config | undefined {
  const unreadable = readEnvironmentFile();
  if (unreadable !== undefined) {
    console.error(unreadable);
    return undefined;
  }
  const config = readConfig(process.env, readSecret);
  if (config.kind === "config") return config;
  for (const problem of config.problems) console.error(problem);
  return undefined;
}

/** Runs the same bot against the Telegram simulator, with a chat in the browser. It leaves the database alone. */
async function preview(config: Config, first: FirstContent): Promise<number> {
  const log = createReadableLog({
    token: SIMULATED_BOT_TOKEN,
    write: writeOut,
    now: () => new Date(),
  });
  exitOnUncaughtErrors(log);
  ignoreBrokenPipes();
  const signal = shutdownSignal(log);
  const { contentDir, draftsDir, stateDir, previewPort: port } = config;
  // Only the questions typed into the page: whoever tries the bot sees what the desk makes of them.
  const { questionLog: file = join(stateDir, "questions.jsonl"), questionLogDays: days } = config;
  const questions = openQuestionLog({ file, days, log, now: () => new Date() });
  const own = { botId: 0, holder: "preview", openShared: undefined };
  const lease = openLease({ name: "feeds", stateDir, log, ...own });
  const page = await startDesk({
    folders: { published: contentDir, draft: draftsDir },
    journalDir: join(stateDir, "desk"),
    first,
    port,
    log,
    run: runBot,
    questions,
    ...(config.followsFeeds && { feeds: { stateDir: join(stateDir, "feeds"), lease } }),
  });
  writeOut(
    `No BOT_TOKEN (see .env.example), so this is a preview: ${page.url}, with the desk at ${page.url}/desk/\n`,
  );
  if (!signal.aborted) await once(signal, "abort");
  await page.close();
  await questions.close();
  return 0;
}

function readSecret(path: string): string {
  // A token is shorter than a hundred bytes.
  const maxBytes = 10_000;
  return new TextDecoder().decode(readRegularFile(path, maxBytes));
}

function writeOut(line: string): void {
  process.stdout.write(line);
}
