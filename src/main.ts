/** The bot on Telegram, or without a token the same bot in a preview on this machine. */
import { once } from "node:events";
import type { Article } from "./article/article.ts";
import { loadContent } from "./content/load-content.ts";
import { readConfig, type Config } from "./config/config.ts";
import { ignoreBrokenPipes } from "./logging/log-output.ts";
import { createReadableLog } from "./logging/log.ts";
import { readRegularFile } from "./files/regular-file.ts";
import { runBot } from "./delivery/run-bot.ts";
import { exitOnUncaughtErrors, shutdownSignal } from "./delivery/process-signals.ts";
import { readEnvironmentFile } from "./config/environment-file.ts";
import { SIMULATED_BOT_TOKEN } from "./telegram-simulator/state/simulated-bot.ts";
import { startPreview } from "./desk/start-preview.ts";
import { EXIT_MISTAKE, serve } from "./serve.ts";

/** A token is less than a hundred bytes. */
const LONGEST_SECRET_BYTES = 10_000;

// What is left behind at the end, such as an answer past its deadline, keeps nobody waiting.
process.exit(await main());

async function main(): Promise<number> {
  const unreadable = readEnvironmentFile();
  if (unreadable !== undefined) {
    console.error(unreadable);
    return EXIT_MISTAKE;
  }
  const config = readConfig(process.env, readSecret);
  if (config.kind === "faulty") {
    for (const problem of config.problems) console.error(problem);
    return EXIT_MISTAKE;
  }
  const articles = loadContent(config.contentDir);
  if (!articles) return EXIT_MISTAKE;
  const { token } = config;
  return token === undefined
    ? previewHere(config, articles)
    : serve({ ...config, token }, articles);
}

function readSecret(path: string): string {
  return new TextDecoder().decode(readRegularFile(path, LONGEST_SECRET_BYTES));
}

/** Without a token: the same bot on a Telegram of this machine's own. */
async function previewHere(config: Config, articles: readonly Article[]): Promise<number> {
  const log = createReadableLog({
    token: SIMULATED_BOT_TOKEN,
    write: writeOut,
    now: () => new Date(),
  });
  exitOnUncaughtErrors(log);
  ignoreBrokenPipes();
  const { contentDir, previewPort: port } = config;
  const preview = await startPreview({ contentDir, articles, port, log, run: runBot });
  writeOut(`No BOT_TOKEN (see .env.example), so this is a preview: ${preview.url}\n`);
  const signal = shutdownSignal(log);
  if (!signal.aborted) await once(signal, "abort");
  await preview.close();
  return 0;
}

function writeOut(line: string): void {
  process.stdout.write(line);
}
