import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { type AnswerQuestion, prepareAnswers } from "../../src/answer/answer-question.ts";
import { createLog } from "../../src/logging/log.ts";
import { runBot, type RunOptions } from "../../src/delivery/run-bot.ts";
import { observeUpdates } from "../../src/delivery/observe-updates.ts";
import { logUpdates } from "../../src/monitoring/log-updates.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";
import { createBot } from "../../src/telegram/create-bot.ts";
import type { OpenChat } from "../support/chat-at.ts";
import { openChat } from "../support/open-chat.ts";
import { articlesIn } from "../support/sample-bot.ts";

export type WatchedChat = {
  readonly chat: OpenChat;
  /** The texts that the bot has sent to this reader so far. */
  readonly replies: () => readonly string[];
  /** The log lines that contain this sentence. */
  readonly logged: (sentence: string) => readonly string[];
};

type Timing = Pick<RunOptions, "clock" | "callTimeoutMs">;

/** Shorter texts occur in log lines by chance. */
const TELLING_LENGTH = 6;

/**
 * A reader's chat with the bot as in production: delivery, policy and log. At the end, the output is
 * searched for the token and the readers' words.
 */
export async function openWatchedChat(
  folder = "content",
  timing: Timing = {},
): Promise<WatchedChat> {
  const printed = catchPrinted();
  const articles = articlesIn(folder);
  const answer = prepareAnswers(articles);
  const asked: string[] = [];
  const answerQuestion: AnswerQuestion = (question, ...rest) => {
    asked.push(question);
    return answer(question, ...rest);
  };
  const memory = openChatMemory();
  const log = createLog({
    token: "",
    write: (line) => void printed.push(line),
    now: () => new Date(),
  });
  const observe = logUpdates(log, "a key");

  const chat = await openChat(
    (token, apiRoot) => {
      const instrumentation = observeUpdates(observe);
      const content = { articles: articleLookupInMemory(() => articles), answerQuestion };
      const bot = createBot({ token, apiRoot, ...content, memory, instrumentation });
      return bot;
    },
    {
      run: async (bot) => {
        const stopping = new AbortController();
        const { signal } = stopping;
        const running = runBot(bot, {
          log,
          signal,
          stateDir: temporaryFolder(),
          memory,
          observe,
          ...timing,
        });
        return async () => {
          stopping.abort();
          await running;
        };
      },
    },
  );
  onTestFinished(() => expectNothingPrivate(printed, [chat.api.token, ...asked]));
  return {
    chat,
    replies: () => textsOfBot(chat),
    logged: (sentence) => printed.filter((line) => line.includes(sentence)),
  };
}

/** Also catches the console: a library may write there. */
function catchPrinted(): string[] {
  const printed: string[] = [];
  for (const name of ["log", "info", "warn", "error", "debug"] as const) {
    const spy = vi
      .spyOn(console, name)
      .mockImplementation((...args) => void printed.push(args.map(String).join(" ")));
    onTestFinished(() => spy.mockRestore());
  }
  return printed;
}

function expectNothingPrivate(printed: readonly string[], secrets: readonly string[]): void {
  const all = printed.join("").toLowerCase();
  for (const secret of secrets) {
    if (secret.length >= TELLING_LENGTH) expect(all).not.toContain(secret.toLowerCase());
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function textsOfBot({ user }: OpenChat): string[] {
  return user.messages().flatMap(({ from, text }) => (from?.is_bot && text ? [text] : []));
}
