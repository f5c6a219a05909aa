import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { User } from "@grammyjs/types";
import type { Bot } from "grammy";
import { vi } from "vitest";
import { openCurrentContent } from "../../../src/content/current-content.ts";
import { createReloader } from "../../../src/content/hot-reload.ts";
import { runBot } from "../../../src/delivery/run-bot.ts";
import type { Folders } from "../../../src/desk/editorial/article-folders.ts";
import { type JournalEntry, openJournal } from "../../../src/desk/editorial/journal.ts";
import { openDesk } from "../../../src/desk/editorial/open-desk.ts";
import { openNewsroom } from "../../../src/desk/editorial/open-newsroom.ts";
import { firstContentIn } from "../../support/first-content.ts";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import type { OpenChat } from "../../support/chat-at.ts";
import { openChat } from "../../support/open-chat.ts";
import { renderMessage } from "../../support/render-message.ts";

const BAKERY = "# The bakery\n\nThe bakery opens at six in the morning.\n";

type Options = {
  readonly user?: Partial<Omit<User, "id">>;
  readonly deskUrl?: string;
  /** Nothing is published yet; there is not even a folder. */
  readonly isEmpty?: boolean;
};

export type NewsroomChat = {
  readonly chat: OpenChat;
  readonly folder: string;
  readonly journal: () => readonly JournalEntry[];
  /** What `content` and `drafts` hold. */
  readonly files: () => Record<"content" | "drafts", string[]>;
  readonly errors: readonly unknown[];
  /** Waits until the bot's last message reads like this; returns it as tests show messages. */
  readonly until: (words: string | RegExp) => Promise<string>;
  /** Ends the bot, whatever it imports, and starts another one for the same chat. */
  readonly restart: () => Promise<void>;
};

/** An editor's chat with the bot, delivered as in production, about articles in a folder of its own. */
export async function openNewsroomChat({
  user,
  deskUrl,
  isEmpty = false,
}: Options = {}): Promise<NewsroomChat> {
  const folder = temporaryFolder();
  const folders = { published: join(folder, "content"), draft: join(folder, "drafts") };
  if (!isEmpty) {
    for (const one of Object.values(folders)) mkdirSync(one);
    writeFileSync(join(folders.published, "bakery.md"), BAKERY);
  }
  const journalDir = join(folder, "journal");
  // The editor's account comes with the chat.
  const parts = { folders, journalDir, deskUrl, editors: new Set<number>(), errors: [] };
  let running: Running | undefined;
  const chat = await openChat(
    (token, apiRoot) => {
      running = prepareBot(token, apiRoot, parts);
      return running.bot;
    },
    {
      ...(user && { user }),
      run: async () => {
        running?.start();
        return async () => running?.stop();
      },
    },
  );
  parts.editors.add(chat.user.account.id);
  return {
    chat,
    folder,
    journal: () => openJournal(journalDir).entries(),
    files: () => {
      return { content: readdirSync(folders.published), drafts: readdirSync(folders.draft) };
    },
    errors: parts.errors,
    until: (words) => vi.waitFor(() => lastMessage(chat, words), { timeout: 8000 }),
    restart: async () => {
      await running?.stop();
      running = prepareBot(chat.api.token, chat.api.url, parts);
      running.start();
    },
  };
}

/** What the bot's last message shows; throws if it does not read like this. */
function lastMessage({ user, api }: OpenChat, words: string | RegExp): string {
  const last = user.messages().findLast(({ from }) => from?.id === api.bot.id);
  const shown = last ? renderMessage(last) : "";
  if (shown.match(words) === null) throw new Error(`not ${String(words)}: ${shown}`);
  return shown;
}

type Parts = {
  readonly folders: Folders;
  readonly journalDir: string;
  readonly deskUrl: string | undefined;
  readonly editors: ReadonlySet<number>;
  readonly errors: unknown[];
};

type Running = {
  readonly bot: Bot;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

/** A bot as `serve` puts it together. */
function prepareBot(
  token: string,
  apiRoot: string,
  { folders, journalDir, deskUrl, editors, errors }: Parts,
): Running {
  const memory = openChatMemory();
  const stopping = new AbortController();
  const { signal } = stopping;
  const first = firstContentIn(folders.published);
  const { content, replace } = openCurrentContent(first.take());
  const desk = openDesk({ folders, journalDir, current: content, allowsLocalPages: true });
  const onReload = (found: readonly unknown[]) => errors.push(...found);
  const newsroom = openNewsroom({
    editors: [],
    deskUrl,
    folders,
    desk,
    onPublished: createReloader(first.reader, replace, { onReload, signal }),
    onError: (error) => errors.push(error),
  });
  const bot = createBot({
    token,
    apiRoot,
    memory,
    ...content,
    newsroom: { ...newsroom, editors },
  });
  const log = (sentence: string) => void (sentence.includes("given up") && errors.push(sentence));
  let running: Promise<unknown> | undefined;
  return {
    bot,
    start: () => {
      running = runBot(bot, { log, signal, stateDir: temporaryFolder(), memory });
    },
    stop: async () => {
      stopping.abort();
      await running;
      // A page may still be on its way.
      void desk.close();
    },
  };
}
