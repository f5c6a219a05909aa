import { Bot, HttpError } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import { DatabaseFailure } from "../../../src/database/database-problem.ts";
import { serveWebhook } from "../../../src/delivery/webhook/webhook.ts";
import { startTelegramSimulator } from "../../../src/telegram-simulator/telegram-simulator.ts";
import { deliveryParts } from "../../support/delivery-parts.ts";
import { openTestClock } from "../../support/test-clock.ts";
import { freePort, SECRET_HEADER, WEBHOOK_SECRET } from "../../support/webhook-bot.ts";

const UNREACHABLE = Object.assign(new Error("refused"), { code: "ECONNREFUSED", wasSent: false });

/** An echo bot with a webhook, which cannot reach Telegram at first. */
async function openUnreachable(maxOwed = 100) {
  const telegram = await startTelegramSimulator({ webhook: { allowLoopback: true } });
  onTestFinished(telegram.close);
  const bot = new Bot(telegram.token, {
    client: { apiRoot: telegram.url },
    botInfo: telegram.bot,
  });
  bot.on("message:text").filter(
    ({ msg }) => msg.text !== "/start",
    async (ctx) => {
      if (ctx.msg.text === "stuck") throw new DatabaseFailure(UNREACHABLE);
      await ctx.reply(`heard: ${ctx.msg.text}`);
    },
  );
  const logged: string[] = [];
  const clock = openTestClock({ speed: 10 });
  const parts = deliveryParts(bot, {
    log: (sentence) => void logged.push(sentence),
    maxOwed,
    clock,
    holdMs: 0,
  });
  let isReachable = false;
  bot.api.config.use((prev, method, payload, signal) => {
    if (method !== "sendMessage" || isReachable) return prev(method, payload, signal);
    throw new HttpError("Network request failed", UNREACHABLE);
  });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram`;
  const stopping = new AbortController();
  const serving = serveWebhook({
    ...parts,
    signal: stopping.signal,
    webhook: { url, secret: WEBHOOK_SECRET, port },
    allowedUpdates: ["message"],
    file: "package.json/not-a-folder.txt",
  });
  onTestFinished(async () => {
    stopping.abort();
    await serving;
  });
  await vi.waitFor(() => expect(logged).toContain("answering"));

  const user = telegram.simulateUser(telegram.createUser());
  user.start();
  const post = (id: number, text: string) => {
    const message = { message_id: id, date: 1, chat: user.chat, from: user.account, text };
    const body = JSON.stringify({ update_id: id, message });
    return fetch(url, { method: "POST", body, headers: SECRET_HEADER });
  };
  const heard = () =>
    user.messages().flatMap(({ text = "" }) => /^heard: (.*)/u.exec(text)?.[1] ?? []);
  return { post, heard, reach: () => (isReachable = true) };
}

test("during an outage an update is confirmed once its answer is stored, and the answer is sent later", async () => {
  const { post, heard, reach } = await openUnreachable();
  expect((await post(7, "one")).status).toBe(200);
  expect((await post(8, "two")).status).toBe(200);
  expect((await post(7, "one")).status).toBe(200);
  reach();
  await vi.waitFor(() => expect(heard()).toEqual(["one", "two"]), { timeout: 10_000 });
});

test("while the outbox is full, updates stay at Telegram", async () => {
  const { post, heard, reach } = await openUnreachable(1);
  expect((await post(7, "one")).status).toBe(200);
  const refused = await post(8, "two");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  reach();
  await vi.waitFor(() => expect(heard()).toEqual(["one"]), { timeout: 10_000 });
  expect((await post(8, "two")).status).toBe(200);
  expect(heard()).toEqual(["one", "two"]);
});

test("an update that the database holds up stays at Telegram, and is handled when it comes again", async () => {
  const { post, heard, reach } = await openUnreachable();
  reach();
  expect((await post(7, "stuck")).status).toBe(503);
  expect((await post(7, "stuck")).status).toBe(503);
  expect((await post(7, "works again")).status).toBe(200);
  expect(heard()).toEqual(["works again"]);
});
