/** The bot on Telegram, or without a token the same bot in a preview on this machine. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Article } from "./article/article.ts";
import { loadContent } from "./cli/load-content.ts";
import { readConfig, readEnvironmentFile, type Config } from "./config.ts";
import { openContent, tellReload, watchContent } from "./delivery/live-content.ts";
import { indexerKeptIn } from "./delivery/kept-index.ts";
import { createLog, type Log } from "./delivery/log.ts";
import { createReadableLog } from "./delivery/readable-log.ts";
import { runBot } from "./delivery/run-bot.ts";
import { endOnSurprise, stopRequests } from "./delivery/shutdown.ts";
import { askWaitingUpdates } from "./delivery/waiting-updates.ts";
import { watchCalls } from "./delivery/watch-calls.ts";
import { watchUpdates } from "./delivery/watch-updates.ts";
import { openJournal } from "./journal/open-journal.ts";
import { type Operation, openOperation } from "./operation/open-operation.ts";
import { LOCAL_TOKEN } from "./preview/bot-api/local-bot.ts";
import { startPreview } from "./preview/start-preview.ts";
import { openChatMemory } from "./telegram/chat-memory.ts";
import { createBot } from "./telegram/create-bot.ts";

/** The operator or an editor has to put something right first. */
const EXIT_MISTAKE = 2;

// What is left behind at the end, such as an answer past its deadline, keeps nobody waiting.
process.exit(await main());

async function main(): Promise<number> {
  readEnvironmentFile();
  const config = readConfig(process.env, (path) => readFileSync(path, "utf8"));
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

type ServiceConfig = Config & { readonly token: string };

async function serve(config: ServiceConfig, articles: readonly Article[]): Promise<number> {
  const { token, apiRoot, stateDir, contentDir, webhook, redisUrl, adminIds: admins } = config;
  const createLine = process.stdout.isTTY ? createReadableLog : createLog;
  const log = createLine({ token, write: writeOut, now });
  endOnSurprise(log);
  const signal = stopRequests(log);
  const { content, replace } = openContent(articles, indexerKeptIn({ folder: stateDir, log }));
  if (config.followsContent) {
    watchContent(contentDir, replace, { onReload: tellReload(log), signal });
  }
  const { observe, listen } = operationOf(config, log, signal);
  const memory = openChatMemory();
  const kept = journalOf(config, log);
  const told = { watch: watchUpdates(observe), journal: kept?.journal, admins };
  const bot = createBot({ token, apiRoot, memory, ...content, ...told });
  bot.api.config.use(watchCalls(observe));

  const port = await listen();
  if (port.kind === "failed") {
    log(port.problem);
    return EXIT_MISTAKE;
  }
  if (port.kind === "open") log("health and metrics can be read", { at: port.url });
  const taken = { signal, stateDir, memory, webhook, redisUrl, observe, admins };
  const end = await runBot(bot, { log, ...taken });
  await kept?.close();
  log("ended", { why: end });
  return end === "stopped" ? 0 : 1;
}

function operationOf(config: ServiceConfig, log: Log, signal: AbortSignal): Operation {
  const { operationPort: port, operationHost: host, token: key } = config;
  const address = { port, host };
  return openOperation({ address, log, key, signal, waitingUpdates: askWaitingUpdates(config) });
}

function journalOf({ questionJournal: file, questionJournalDays: days }: Config, log: Log) {
  return file === undefined ? undefined : openJournal({ file, days, log, now });
}

/** Without a token: the same bot on a Telegram of this machine's own. */
async function previewHere(config: Config, articles: readonly Article[]): Promise<number> {
  const log = createReadableLog({ token: LOCAL_TOKEN, write: writeOut, now });
  endOnSurprise(log);
  const { contentDir, previewPort: port } = config;
  const preview = await startPreview({ contentDir, articles, port, log });
  writeOut(`No BOT_TOKEN (see .env.example), so this is a preview: ${preview.url}\n`);
  const signal = stopRequests(log);
  if (!signal.aborted) await once(signal, "abort");
  await preview.close();
  return 0;
}

function now(): Date {
  return new Date();
}

function writeOut(line: string): void {
  process.stdout.write(line);
}
