import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import type { DeliveryEvent } from "../../src/delivery/delivery-event.ts";
import { runBot } from "../../src/delivery/run-bot.ts";
import { startTelegramSimulator } from "../../src/telegram-simulator/telegram-simulator.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";

async function openParts() {
  const telegram = await startTelegramSimulator();
  onTestFinished(telegram.close);
  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  return { id: telegram.bot.id, bot, stateDir, log: () => {}, memory: openChatMemory() };
}

test("a second instance leaves the files of the first alone, which still writes them", async () => {
  const { id, bot, stateDir, ...parts } = await openParts();
  const socket = `polling-${id}.sock`;
  const first = createServer((connection) => connection.destroy());
  onTestFinished(() => void first.close());
  first.listen(join(stateDir, socket));
  await once(first, "listening");

  const { signal } = new AbortController();
  const end = await runBot(bot, { ...parts, signal, stateDir });
  expect(end).toBe("another-instance");
  expect(readdirSync(stateDir)).toEqual([socket]);
});

test("the disk is back when each file of it is, not when one is", async () => {
  const { id, bot, stateDir, ...parts } = await openParts();
  const files = [`done-updates-${id}.txt`, `owed-answers-${id}.jsonl`].map((file) =>
    join(stateDir, file),
  );
  for (const file of files) mkdirSync(file);
  const told: boolean[] = [];
  const observe = (event: DeliveryEvent) =>
    void (event.kind === "degraded" && told.push(event.isDegraded));
  const stopping = new AbortController();
  const running = runBot(bot, { ...parts, stateDir, observe, signal: stopping.signal });
  await vi.waitFor(() => expect(told).toEqual([true, true]));
  for (const [number, file] of files.entries()) {
    rmSync(file, { recursive: true });
    await vi.waitFor(() => expect(told).toHaveLength(3 + number), { timeout: 8000 });
  }
  expect(told).toEqual([true, true, true, false]);
  stopping.abort();
  await running;
}, 20_000);
