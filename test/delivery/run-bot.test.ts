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
import { openTestClock } from "../support/test-clock.ts";

async function openParts() {
  const telegram = await startTelegramSimulator();
  onTestFinished(telegram.close);
  const stateDir = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  return { id: telegram.bot.id, bot, stateDir, log: () => {}, memory: openChatMemory() };
}

test("a second instance does not touch the files of the first, which still writes them", async () => {
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

test("the disk counts as restored once each of its files can be written, not just one", async () => {
  const { id, bot, stateDir, ...parts } = await openParts();
  const files = [`done-updates-${id}.txt`, `owed-answers-${id}.jsonl`].map((file) =>
    join(stateDir, file),
  );
  for (const file of files) mkdirSync(file);
  const degraded: boolean[] = [];
  const observe = (event: DeliveryEvent) =>
    void (event.kind === "degraded" && degraded.push(event.isDegraded));
  const stopping = new AbortController();
  const clock = openTestClock();
  const running = runBot(bot, { ...parts, stateDir, observe, clock, signal: stopping.signal });
  await vi.waitFor(() => expect(degraded).toEqual([true, true]));
  for (const [number, file] of files.entries()) {
    rmSync(file, { recursive: true });
    await vi.waitFor(() => expect(degraded).toHaveLength(3 + number), { timeout: 8000 });
  }
  expect(degraded).toEqual([true, true, true, false]);
  stopping.abort();
  await running;
}, 20_000);
