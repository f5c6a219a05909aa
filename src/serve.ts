import type { Article } from "./article/article.ts";
import type { Config } from "./config/config.ts";
import type { Observe } from "./delivery/delivery-event.ts";
import { bufferOutput } from "./logging/buffer-output.ts";
import { openIndexCache } from "./content/index-cache.ts";
import { openCurrentContent } from "./content/current-content.ts";
import { createReloader, logReloads, watchContent } from "./content/hot-reload.ts";
import { openLogOutput } from "./logging/log-output.ts";
import { createLog, type Log } from "./logging/log.ts";
import { handleOtherSignals } from "./delivery/process-signals.ts";
import { createReadableLog } from "./logging/log.ts";
import { runBot } from "./delivery/run-bot.ts";
import { exitOnUncaughtErrors, shutdownSignal } from "./delivery/process-signals.ts";
import { pendingUpdateCounter } from "./delivery/webhook/pending-updates.ts";
import { observeUpdates } from "./delivery/observe-updates.ts";
import { openQuestionLog } from "./question-log/open-question-log.ts";
import { type Monitoring, openMonitoring } from "./monitoring/monitoring.ts";
import { openChatMemory } from "./telegram/chat-memory.ts";
import { createBot } from "./telegram/create-bot.ts";

/** The operator or an editor has to put something right first. */
export const EXIT_MISTAKE = 2;

type ServiceConfig = Config & { readonly token: string };

/** Answers on Telegram until it is told to stop, or cannot go on; gives the process's exit code. */
export async function serve(config: ServiceConfig, articles: readonly Article[]): Promise<number> {
  const log = logOf(config);
  exitOnUncaughtErrors(log);
  const signal = shutdownSignal(log);
  const operation = monitoringOf(config, log, signal);
  const port = await operation.listen();
  if (port.kind === "failed") {
    log(port.problem);
    return EXIT_MISTAKE;
  }
  if (port.kind === "open") log("health and metrics can be read", { at: port.url });

  const { token, apiRoot, stateDir, webhook, redisUrl, adminIds: admins } = config;
  const { observe } = operation;
  const content = contentOf(config, articles, { log, signal });
  const questionLog = questionLogOf(config, log, observe);
  const memory = openChatMemory();
  const told = {
    instrumentation: observeUpdates(observe),
    questionLog: questionLog?.questionLog,
    admins,
  };
  const bot = createBot({ token, apiRoot, memory, ...content, ...told });

  const taken = { signal, stateDir, memory, webhook, redisUrl, observe, admins };
  const end = await runBot(bot, { log, ...taken });
  await questionLog?.close();
  log("ended", { why: end });
  if (end === "stopped") return 0;
  return end === "host-refused" ? EXIT_MISTAKE : 1;
}

function logOf({ token }: ServiceConfig): Log {
  const createLine = process.stdout.isTTY ? createReadableLog : createLog;
  const output = openLogOutput((lost) => log("the log is written again", { lost }));
  const log = createLine({ token, write: bufferOutput(output), now });
  return log;
}

function contentOf(
  { contentDir, stateDir, followsContent }: ServiceConfig,
  articles: readonly Article[],
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal },
) {
  const { content, replace } = openCurrentContent(
    articles,
    openIndexCache({ folder: stateDir, log }),
  );
  const reloading = { onReload: logReloads(log), signal };
  const reload = createReloader(contentDir, replace, reloading);
  handleOtherSignals(reload, log);
  if (followsContent) watchContent(contentDir, reload, reloading);
  return content;
}

function monitoringOf(config: ServiceConfig, log: Log, signal: AbortSignal): Monitoring {
  const { monitoringPort: port, monitoringHost: host, token: key } = config;
  const address = { port, host };
  return openMonitoring({
    address,
    log,
    key,
    signal,
    countPendingUpdates: pendingUpdateCounter(config),
  });
}

function questionLogOf(
  { questionLog: file, questionLogDays: days }: Config,
  log: Log,
  observe: Observe,
) {
  if (file === undefined) return undefined;
  const onDegraded = (isDegraded: boolean) =>
    observe({ kind: "degraded", part: "journal", isDegraded });
  return openQuestionLog({ file, days, log, now, onDegraded });
}

function now(): Date {
  return new Date();
}
