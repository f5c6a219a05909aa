import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { runBot } from "../../src/delivery/run-bot.ts";
import { startBotApi } from "../../src/preview/bot-api/local-bot-api.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";

test("a second instance leaves the files of the first alone, which still writes them", async () => {
  const telegram = await startBotApi();
  onTestFinished(telegram.close);
  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  const socket = `polling-${telegram.bot.id}.sock`;
  const first = createServer((connection) => connection.destroy());
  onTestFinished(() => void first.close());
  first.listen(join(stateDir, socket));
  await once(first, "listening");

  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  const { signal } = new AbortController();
  const end = await runBot(bot, { log: () => {}, signal, stateDir, memory: openChatMemory() });
  expect(end).toBe("another-instance");
  expect(readdirSync(stateDir)).toEqual([socket]);
});
