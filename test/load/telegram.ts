/**
 * A minimal Telegram in its own process, so that only the bots are measured. Messages tell it which updates
 * to send; it reports when all are answered.
 */
import { once } from "node:events";
import { Agent, type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { type Report, type Round, roundSchema } from "./round.ts";
import { updateOf } from "./questions.ts";

const CONNECTIONS = 40;
const MAX_UPDATES_A_POLL = 100;

const webhookSchema = z.object({ url: z.string(), secret_token: z.string() });
/** `timeout`: how many seconds to wait for an update. */
const pollSchema = z.object({
  offset: z.number().default(0),
  limit: z.number().default(100),
  timeout: z.number().default(0),
});

let webhook: z.infer<typeof webhookSchema> | undefined;
let sentUpTo = 0;
let answered = 0;
let total = 0;
let began = 0;
let areNew = false;
let waitingPoll: (() => void) | undefined;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
/** Connections stay open during the others' rounds. */
const server = createServer({ keepAliveTimeout: 0 }, (incoming, response) => {
  void answer(incoming, response);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");

process.on("message", (message) => start(roundSchema.parse(message)));
const address = server.address();
const port = typeof address === "object" ? address?.port : undefined;
send({ kind: "listening", url: `http://127.0.0.1:${port}` });

function send(report: Report): void {
  process.send?.(report);
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = (incoming.url ?? "").split("/").at(-1)?.toLowerCase() ?? "";
  const result = await execute(method, await text(incoming));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ok: true, result }));
}

async function execute(method: string, body: string): Promise<unknown> {
  switch (method) {
    case "getme":
      return { id: 1, is_bot: true, first_name: "Bot", username: "load_bot" };
    case "getwebhookinfo":
      return { url: webhook?.url ?? "" };
    case "setwebhook":
      webhook = webhookSchema.parse(JSON.parse(body));
      send({ kind: "ready" });
      return true;
    case "getupdates":
      return nextUpdates(pollSchema.parse(JSON.parse(body || "{}")));
    case "sendmessage":
      countAnswer();
      return { message_id: answered, date: 0, chat: { id: 1, type: "private" } };
    default:
      return true;
  }
}

let hasPolled = false;

async function nextUpdates({ offset, limit, timeout }: z.infer<typeof pollSchema>) {
  if (!hasPolled) send({ kind: "ready" });
  hasPolled = true;
  // Updates that the offset does not acknowledge are sent again.
  const first = offset > 0 ? offset : sentUpTo + 1;
  if (first > total && timeout > 0) {
    await new Promise<void>((resolve) => {
      waitingPoll = resolve;
    });
  }
  const count = Math.max(0, Math.min(limit, MAX_UPDATES_A_POLL, total - first + 1));
  sentUpTo = Math.max(sentUpTo, first + count - 1);
  return Array.from({ length: count }, (_, at) => updateOf(first + at, areNew));
}

function countAnswer(): void {
  answered += 1;
  if (answered !== total) return;
  send({ kind: "answered", ms: performance.now() - began });
}

function start(round: Round): void {
  began = performance.now();
  areNew = round.areNew;
  total += round.questions;
  waitingPoll?.();
  waitingPoll = undefined;
  if (webhook) for (let lane = 0; lane < CONNECTIONS; lane += 1) postNext();
}

function postNext(): void {
  if (!webhook || sentUpTo >= total) return;
  sentUpTo += 1;
  const body = JSON.stringify(updateOf(sentUpTo, areNew));
  const post = request(webhook.url, {
    agent,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": webhook.secret_token,
    },
  });
  post.on("response", (response) => response.resume().on("end", postNext));
  post.end(body);
}
