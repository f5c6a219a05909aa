import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Config } from "./config/config.ts";
import type { FirstContent } from "./content/load-content.ts";
import type { Database } from "./database/database.ts";
import type { OpenedDatabase } from "./database/open-database.ts";
import type { Observe } from "./delivery/delivery-event.ts";
import { observeUpdates } from "./delivery/observe-updates.ts";
import { exitOnUncaughtErrors, shutdownSignal } from "./delivery/process-signals.ts";
import { runBot } from "./delivery/run-bot.ts";
import { type Lease, openLease } from "./delivery/state/lease.ts";
import { databaseStore } from "./delivery/state/database-store.ts";
import { redisStore } from "./delivery/state/redis-store.ts";
import type { OpenSharedStore } from "./delivery/state/shared-store.ts";
import { pendingUpdateCounter } from "./delivery/webhook/pending-updates.ts";
import { openDesk } from "./desk/editorial/open-desk.ts";
import type { DeskParts } from "./desk/editorial/desk-routes.ts";
import { type Feeds, type FeedsOptions, startFeeds } from "./desk/editorial/start-feeds.ts";
import { openNewsroom } from "./desk/editorial/open-newsroom.ts";
import { serveMiniApp } from "./desk/mini-app/serve-mini-app.ts";
import type { FeedsReport } from "./feeds/feeds-report.ts";
import { openFeedback } from "./feedback/feedback.ts";
import { createTraceIds } from "./feedback/trace.ts";
import { bufferOutput } from "./logging/buffer-output.ts";
import { describeError } from "./logging/describe-error.ts";
import { createLog, createReadableLog, type Log } from "./logging/log.ts";
import { openLogOutput } from "./logging/log-output.ts";
import { openMonitoring } from "./monitoring/monitoring.ts";
import { expireRows } from "./question-log/database-log.ts";
import { openQuestionLog } from "./question-log/open-question-log.ts";
import { isAnswering } from "./content/run-in-slices.ts";
import { openContent } from "./open-content.ts";
import { openChatMemory } from "./telegram/chat-memory.ts";
import { createBot } from "./telegram/create-bot.ts";

/** The operator or an editor has to fix something first; a restart does not help. */
export const EXIT_MISCONFIGURED = 2;
const EXIT_FAILED = 1;

type ServiceConfig = Config & { readonly token: string };
type Process = { readonly log: Log; readonly signal: AbortSignal };

/** Changed by tests: pages of this machine may be imported, and feeds may be followed faster. */
type ServeOptions = {
  readonly allowsLocalPages?: boolean;
  readonly feedClock?: FeedsOptions["clock"];
};

/** Answers on Telegram until the process is asked to stop or cannot continue. Returns its exit code. */
export async function serve(
  config: ServiceConfig,
  first: FirstContent,
  { allowsLocalPages = false, feedClock }: ServeOptions = {},
): Promise<number> {
  const log = openLog(config);
  exitOnUncaughtErrors(log);
  const signal = shutdownSignal(log);
  let feeds: Feeds | undefined;
  const report = () => feeds?.report().feeds ?? [];
  const observe = await startMonitoring(config, { log, signal }, report);
  if (!observe) return EXIT_MISCONFIGURED;
  const opened = await openConfiguredDatabase(config, { log, signal }, observe);
  if (opened?.kind === "stopped") return 0;
  if (opened?.kind === "refused") {
    log(opened.problem);
    return EXIT_MISCONFIGURED;
  }
  const database = opened?.database;
  logWhatIsWhere(config, log);

  const { content, reload } = await openContent(config, { first, database, log, signal });
  const folders = { published: config.contentDir, draft: config.draftsDir };
  const questions = openConfiguredQuestionLog(config, { log, observe, database });
  const desk = openDesk({
    folders,
    journalDir: join(config.stateDir, "desk"),
    allowsLocalPages,
    current: content,
    questions: questions && { days: config.questionLogDays, summary: questions.summary },
  });
  if (config.followsFeeds) {
    const lease = openFeedLease(config, log);
    const stateOfFeeds = join(config.stateDir, "feeds");
    const onPublished = () => void reload();
    const following = { stateDir: stateOfFeeds, onPublished, lease, clock: feedClock };
    feeds = startFeeds({ ...following, folders, desk, log });
  }
  const miniApp = await openMiniApp(config, { ...desk, feeds: feeds?.report }, log);
  if (miniApp === "failed") return EXIT_MISCONFIGURED;
  const memory = openChatMemory();
  const feedback = openFeedback(createTraceIds(config.token), questions?.questionLog);
  const { token, apiRoot, stateDir, webhook, adminIds: admins } = config;
  const bot = createBot({
    token,
    apiRoot,
    memory,
    ...content,
    instrumentation: observeUpdates(observe),
    questionLog: questions?.questionLog,
    feedback,
    admins,
    newsroom: openNewsroom({
      editors: admins,
      deskUrl: config.desk?.url,
      folders,
      desk,
      onPublished: reload,
      onError: (error) => log("importing or publishing failed", { error: describeError(error) }),
    }),
  });
  const onForget = feedback.forgetChat;
  const openShared = sharedStoreOf(config);
  const receiving = {
    log,
    signal,
    stateDir,
    memory,
    webhook,
    openShared,
    observe,
    admins,
    onForget,
    isAnswering,
  };
  const reason = await runBot(bot, receiving);
  await feeds?.close();
  await miniApp?.close();
  await questions?.close();
  await database?.close();
  log("ended", { why: reason });
  if (reason === "stopped") return 0;
  return reason === "host-refused" ? EXIT_MISCONFIGURED : EXIT_FAILED;
}

/** JSON for programs, readable lines for a terminal. */
function openLog({ token }: ServiceConfig): Log {
  const create = process.stdout.isTTY ? createReadableLog : createLog;
  const output = openLogOutput((lost) => log("the log is written again", { lost }));
  const log = create({ token, write: bufferOutput(output), now });
  return log;
}

/** Health and metrics, if a port is set. Returns nothing after logging why that port cannot be used. */
async function startMonitoring(
  config: ServiceConfig,
  { log, signal }: Process,
  feeds: () => FeedsReport["feeds"],
): Promise<Observe | undefined> {
  const { monitoringPort: port, monitoringHost: host, token: key } = config;
  const address = { port, host };
  const countPendingUpdates = pendingUpdateCounter(config);
  const counting = { countPendingUpdates, feeds };
  const { observe, listen } = openMonitoring({ address, log, key, signal, ...counting });
  const server = await listen();
  if (server.kind === "failed") {
    log(server.problem);
    return undefined;
  }
  if (server.kind === "open") log("health and metrics can be read", { at: server.url });
  return observe;
}

/** With what connecting may take, less than an update may: whoever asks then waits in turn, and loses no question. */
const ANSWER_STATEMENT_MS = 3000;

/** The database, if there is one. Its client is not even loaded otherwise. */
async function openConfiguredDatabase(
  { databaseUrl: url, answersFromDatabase }: Config,
  { log, signal }: Process,
  observe: Observe,
): Promise<OpenedDatabase | undefined> {
  if (url === undefined) return undefined;
  const { openDatabase } = await import("./database/open-database.ts");
  const onProblem = (problem: unknown) =>
    observe({ kind: "degraded", part: "database", isDegraded: problem !== undefined });
  const limit = answersFromDatabase ? { statementTimeoutMs: ANSWER_STATEMENT_MS } : {};
  return openDatabase({ url, log, signal, onProblem, ...limit });
}

/** Of replicas one follows feeds. */
function openFeedLease(config: ServiceConfig, log: Log): Lease {
  const { token, stateDir } = config;
  const botId = Number(token.split(":")[0]);
  const openShared = sharedStoreOf(config);
  return openLease({ name: "feeds", stateDir, openShared, botId, holder: randomUUID(), log });
}

/** Where replicas share what delivery needs: Redis is quicker, and the database does where there is none. */
function sharedStoreOf({ redisUrl, databaseUrl }: ServiceConfig): OpenSharedStore | undefined {
  if (redisUrl !== undefined) return redisStore(redisUrl);
  return databaseUrl === undefined ? undefined : databaseStore(databaseUrl);
}

/** What is where, for an operator who set both. */
function logWhatIsWhere({ redisUrl, databaseUrl }: ServiceConfig, log: Log): void {
  if (redisUrl !== undefined && databaseUrl !== undefined)
    log("Redis is used for delivery and for who follows feeds, the database for everything else");
}

/** The desk for editors, if it has an address. */
async function openMiniApp(
  { desk: address, token, adminIds }: ServiceConfig,
  { editorial, importDraft, readers, feeds }: Omit<DeskParts, "root" | "hasChat">,
  log: Log,
) {
  if (!address) return undefined;
  const admission = { token, admins: new Set(adminIds) };
  const root = process.cwd();
  const server = await serveMiniApp({
    ...address,
    admission,
    desk: { editorial, importDraft, readers, feeds, root },
  });
  if ("problem" in server) {
    log(server.problem);
    return "failed";
  }
  log("editors can open the desk", { at: address.url });
  return server;
}

function openConfiguredQuestionLog(
  { questionLog: file, questionLogDays: days }: Config,
  {
    log,
    observe,
    database,
  }: { readonly log: Log; readonly observe: Observe; readonly database: Database | undefined },
) {
  if (file === undefined) {
    // What is there from before the question log was turned off is kept no longer.
    if (database) void expireRows(database.run, daysAgo(days)).catch(() => undefined);
    return undefined;
  }
  const onDegraded = (isDegraded: boolean) =>
    observe({ kind: "degraded", part: "journal", isDegraded });
  return openQuestionLog({ file, database, days, log, now, onDegraded });
}

function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * 24 * 60 * 60_000);
}

function now(): Date {
  return new Date();
}
