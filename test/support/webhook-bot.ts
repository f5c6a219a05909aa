import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "vitest";
import { type Environment, eventually, MAIN, openTelegram, type run } from "./bot-process.ts";

export const WEBHOOK_SECRET = "a-secret-of-thirty-two-characters-and-more";
const PATH = "/telegram";

/** The Telegram simulator posting updates, and a way to start bots that listen for them. */
export async function openWebhookTelegram(command = MAIN) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}${PATH}`;
  const opened = await openTelegram({ webhook: { allowLoopback: true, retrySecondMs: 100 } });
  const environment = { WEBHOOK_URL: url, WEBHOOK_SECRET, PORT: String(port) };
  const start = (more: Environment = {}) => opened.start(command, { ...environment, ...more });
  return {
    ...opened,
    url,
    port,
    start,
    startAnswering: (more: Environment = {}) => answering(start(more)),
    post: (body: string, headers: Readonly<Record<string, string>> = SECRET_HEADER) =>
      fetch(url, { method: "POST", body, headers }),
  };
}

/** The same for polling bots. */
export async function openPollingTelegram(command = MAIN) {
  const opened = await openTelegram();
  const start = (more: Environment = {}) => opened.start(command, more);
  return {
    ...opened,
    start,
    startAnswering: (more: Environment = {}) => answering(start(more)),
  };
}

async function answering(bot: ReturnType<typeof run>) {
  await eventually(() => expect(bot.printed()).toContain("answering"));
  return bot;
}

export const SECRET_HEADER = { "x-telegram-bot-api-secret-token": WEBHOOK_SECRET };

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}
