import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../article/article.ts";
import { formatDiagnostic } from "../article/diagnostic.ts";
import { openCurrentContent } from "../content/current-content.ts";
import {
  createReloader,
  type ReloadOptions,
  logReloads,
  watchContent,
} from "../content/hot-reload.ts";
import type { Log } from "../logging/log.ts";
import { type ChatMemory, openChatMemory } from "../telegram/chat-memory.ts";
import { createBot } from "../telegram/create-bot.ts";
import { act, type Reader } from "./actions.ts";
import { startTelegramSimulator } from "../telegram-simulator/telegram-simulator.ts";
import { type Explained, explained } from "./explained.ts";
import { pageState } from "./page-state.ts";
import { servePage } from "./page-server.ts";
import { followTyping } from "./typing.ts";

export type PreviewOptions = {
  readonly contentDir: string;
  /** What is in the folder now, without mistakes. */
  readonly articles: readonly Article[];
  /** Of the page; where it is taken, any free one. */
  readonly port: number;
  readonly log: Log;
  /** Runs the bot until the signal is aborted. */
  readonly run: (bot: ReturnType<typeof createBot>, options: RunOptions) => Promise<unknown>;
};

type RunOptions = {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly stateDir: string;
  readonly memory: ChatMemory;
};

export type Preview = { readonly url: string; readonly close: () => Promise<void> };

/** The real bot on a Telegram of this machine's own, with a page to chat with it. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { contentDir, articles, log, run } = options;
  if (process.env["NODE_ENV"] === "production") {
    throw new Error("the preview is not for production: set BOT_TOKEN");
  }
  const ending = new AbortController();
  const { signal } = ending;
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());

  const api = await startTelegramSimulator();
  const user = api.createUser({ first_name: "You" });
  const reader: Reader = {
    users: {
      private: api.simulateUser(user),
      group: api.simulateUser(user, api.createGroup({ title: "Reading circle" })),
    },
    inlineAsk: undefined,
  };
  let lastExplained: Explained | undefined;
  let mistakes: readonly string[] = [];

  const { content, replace } = openCurrentContent(articles);
  const reloading: ReloadOptions = {
    signal,
    onReload: (found) => {
      mistakes = found.map(formatDiagnostic);
      logReloads(log)(found);
      changed();
    },
  };
  watchContent(contentDir, createReloader(contentDir, replace, reloading), reloading);
  const memory = openChatMemory();
  const bot = createBot({
    memory,
    token: api.token,
    apiRoot: api.url,
    articles: content.articles,
    answerQuestion: (question, ...rest) => {
      const outcome = content.answerQuestion(question, ...rest);
      lastExplained = explained(question, outcome);
      return outcome;
    },
  });
  const typing = followTyping(api);
  api.subscribe(changed);

  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-preview-"));
  // The page tells what happens; the bot's own log would only repeat it.
  const running = run(bot, { log: () => {}, signal, stateDir, memory });
  const page = await servePage(
    {
      root: process.cwd(),
      state: () => pageState({ api, reader, typing, explained: lastExplained, mistakes }),
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      act: (wish) => {
        act(reader, wish);
        changed();
      },
    },
    options.port,
  );
  return {
    url: page.url,
    close: async () => {
      ending.abort();
      await page.close();
      await running;
      await api.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
