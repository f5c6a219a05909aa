import { Bot, HttpError } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import { keepPace } from "../../src/delivery/pace.ts";
import { openState } from "../../src/delivery/state.ts";
import { serveWebhook } from "../../src/delivery/webhook.ts";
import { openTurns } from "../../src/delivery/turns.ts";
import { startBotApi } from "../../src/preview/bot-api/local-bot-api.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";
import { freePort, SECRET_HEADER, WEBHOOK_SECRET } from "../support/webhook-bot.ts";

const UNREACHABLE = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });

/** A bot behind a webhook that has no patience with a Telegram it cannot reach. */
async function openUnreachable() {
  const telegram = await startBotApi({ webhook: { allowLoopback: true } });
  onTestFinished(telegram.close);
  const bot = new Bot(telegram.token, {
    client: { apiRoot: telegram.url },
    botInfo: telegram.bot,
  });
  let isReachable = false;
  bot.api.config.use((prev, method, payload, signal) => {
    if (method !== "sendMessage" || isReachable) return prev(method, payload, signal);
    throw new HttpError("Network request failed", UNREACHABLE);
  });
  bot.on("message:text", (ctx) => ctx.reply(`heard: ${ctx.msg.text}`));

  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram`;
  const stopping = new AbortController();
  const done = new Set<number>();
  const logged: string[] = [];
  const serving = serveWebhook({
    bot,
    log: (sentence) => void logged.push(sentence),
    signal: stopping.signal,
    memory: openChatMemory(),
    takeTurn: openTurns(),
    state: openState({
      done: { has: (id) => done.has(id), add: (id) => void done.add(id) },
      pace: keepPace(() => performance.now()),
    }),
    webhook: { url, secret: WEBHOOK_SECRET, port },
    allowedUpdates: ["message"],
    patienceMs: 0,
    file: "package.json/not-a-folder.txt",
  });
  onTestFinished(async () => {
    stopping.abort();
    await serving;
  });
  await vi.waitFor(() => expect(logged).toContain("answering"));
  return { telegram, url, reach: () => (isReachable = true) };
}

test("what cannot be sent for an outage is asked for again, and answered once after it", async () => {
  const { telegram, url, reach } = await openUnreachable();
  const seat = telegram.seat(telegram.createUser());
  const update = {
    update_id: 7,
    message: { message_id: 1, date: 1, chat: seat.chat, from: seat.user, text: "hello" },
  };
  seat.start();
  const post = () =>
    fetch(url, { method: "POST", body: JSON.stringify(update), headers: SECRET_HEADER });
  const refused = await post();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);

  reach();
  expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
  const heard = seat.messages().filter(({ text }) => text === "heard: hello");
  expect(heard).toHaveLength(1);
});
