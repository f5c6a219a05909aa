import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDiagnostic } from "../article/diagnostic.ts";
import { openCurrentContent } from "../content/current-content.ts";
import { isAnswering } from "../content/run-in-slices.ts";
import type { FirstContent } from "../content/load-content.ts";
import { remarksOnArticles } from "../content/others-words.ts";
import {
  createReloader,
  type ReloadOptions,
  logReloads,
  watchContent,
} from "../content/hot-reload.ts";
import type { OpenQuestionLog } from "../question-log/open-question-log.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { type ChatMemory, openChatMemory } from "../telegram/chat-memory.ts";
import { createBot } from "../telegram/create-bot.ts";
import { performAction, type Reader } from "./actions.ts";
import type { Folders } from "./editorial/article-folders.ts";
import { openDesk } from "./editorial/open-desk.ts";
import { type FeedsOptions, startFeeds } from "./editorial/start-feeds.ts";
import { openNewsroom } from "./editorial/open-newsroom.ts";
import { startTelegramSimulator } from "../telegram-simulator/telegram-simulator.ts";
import { pageState } from "./page-state.ts";
import { servePage } from "./page-server.ts";
import { trackReplies } from "./track-replies.ts";
import { trackTyping } from "./track-typing.ts";

export type DeskOptions = {
  readonly folders: Folders;
  /** Who changed what at the desk, and the versions that were replaced. */
  readonly journalDir: string;
  /** The published articles, free of mistakes. */
  readonly first: FirstContent;
  /** The page's port; if it is taken, any free one. */
  readonly port: number;
  readonly log: Log;
  /** If set, keeps questions and votes, and the reader at the page has the operators' commands. */
  readonly questions?: OpenQuestionLog | undefined;
  /** How feeds are followed; not at all without it. */
  readonly feeds?: Pick<FeedsOptions, "stateDir" | "lease" | "clock">;
  /** Also imports pages of this machine: for tests. */
  readonly allowsLocalPages?: boolean;
  /** Runs the bot until the signal is aborted. */
  readonly run: (bot: ReturnType<typeof createBot>, options: RunOptions) => Promise<unknown>;
};

type RunOptions = {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly stateDir: string;
  readonly memory: ChatMemory;
  readonly admins: readonly number[];
  readonly isAnswering: () => boolean;
};

export type Desk = { readonly url: string; readonly close: () => Promise<void> };

/** The preview: the real bot on the Telegram simulator, with a web page to chat with it. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { folders, first, log, run, questions } = options;
  const questionLog = questions?.questionLog;
  if (process.env["NODE_ENV"] === "production") {
    throw new Error("the preview is not for production: set BOT_TOKEN");
  }
  const stopping = new AbortController();
  const { signal } = stopping;
  const listeners = new Set<() => void>();
  const notify = () => listeners.forEach((listener) => listener());

  const simulator = await startTelegramSimulator();
  // Ids of answers are made from those of updates: another start must not repeat them in the question log.
  simulator.continueFrom(Math.floor(Date.now() / 1000));
  const user = simulator.createUser({ first_name: "You" });
  const reader: Reader = {
    users: {
      private: simulator.simulateUser(user),
      group: simulator.simulateUser(user, simulator.createGroup({ title: "Reading circle" })),
    },
    presses: [],
    inlineRequests: new Map(),
  };
  const admins = questionLog ? [user.id] : [];
  let mistakes: readonly string[] = [];

  const { content, all, replace } = openCurrentContent(first.take());
  for (const remark of remarksOnArticles(all())) log(remark);
  const reloading: ReloadOptions = {
    signal,
    onReload: (found) => {
      mistakes = found.map(formatDiagnostic);
      logReloads(log)(found);
      notify();
    },
  };
  const { published } = folders;
  const reload = createReloader(first.reader, replace, reloading);
  watchContent(published, reload, reloading);
  const { journalDir, allowsLocalPages } = options;
  const { close: closeDesk, ...desk } = openDesk({
    folders,
    journalDir,
    current: content,
    questions: questions && { days: questions.questionLog.days, summary: questions.summary },
    allowsLocalPages,
  });
  const feeds =
    options.feeds &&
    startFeeds({ ...options.feeds, folders, desk, log, onPublished: () => void reload() });
  const memory = openChatMemory();
  const replies = trackReplies({
    simulator,
    rooms: Object.values(reader.users).map(({ room }) => room),
    notify,
  });
  const bot = createBot({
    memory,
    token: simulator.token,
    apiRoot: simulator.url,
    articles: content.articles,
    questionLog,
    admins,
    newsroom: openNewsroom({
      editors: [user.id],
      folders,
      desk,
      onPublished: reload,
      onError: (error) => log("importing or publishing failed", { error: describeError(error) }),
    }),
    answerQuestion: content.answerQuestion,
    instrumentation: replies.instrumentation,
  });
  const typing = trackTyping(simulator);
  simulator.subscribe(notify);

  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-desk-"));
  // The page shows what happens; the bot's log would only repeat it.
  let hasStopped = false;
  const running = run(bot, {
    log: () => {},
    signal,
    stateDir,
    memory,
    admins,
    isAnswering,
  });
  const noteEnd = async () => {
    await running;
    hasStopped = true;
    notify();
  };
  void noteEnd();
  const page = await servePage(
    {
      root: process.cwd(),
      desk: { ...desk, feeds: feeds?.report },
      state: () => pageState({ simulator, reader, typing, replies, mistakes, hasStopped }),
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      explanation: replies.explanation,
      act: (request) => {
        performAction(reader, request);
        notify();
      },
    },
    options.port,
  );
  return {
    url: page.url,
    close: async () => {
      stopping.abort();
      await page.close();
      await feeds?.close();
      await closeDesk();
      await running;
      await simulator.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
