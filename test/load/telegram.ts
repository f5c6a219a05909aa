/**
 * A Telegram that does as little as it can, in a process of its own, so that the bots are what is
 * measured. It is told by messages what to hand out, and tells when all of it is answered.
 */
import { once } from "node:events";
import { Agent, type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { type News, type Round, roundSchema } from "./round.ts";
import { updateOf } from "./questions.ts";

const CONNECTIONS = 40;
const MOST_A_FETCH = 100;

const webhookSchema = z.object({ url: z.string(), secret_token: z.string() });
/** `timeout`: how many seconds to wait for an update, if there is none. */
const pollSchema = z.object({
  offset: z.number().default(0),
  limit: z.number().default(100),
  timeout: z.number().default(0),
});

let webhook: z.infer<typeof webhookSchema> | undefined;
let handedOut = 0;
let answered = 0;
let total = 0;
let began = 0;
let areNew = false;
let waitingPoll: (() => void) | undefined;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
/** While the others have their rounds, connections stay open. */
const server = createServer({ keepAliveTimeout: 0 }, (incoming, response) => {
  void answer(incoming, response);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");

process.on("message", (message) => start(roundSchema.parse(message)));
const address = server.address();
const port = typeof address === "object" ? address?.port : undefined;
tell({ kind: "listening", url: `http://127.0.0.1:${port}` });

function tell(news: News): void {
  process.send?.(news);
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = (incoming.url ?? "").split("/").at(-1)?.toLowerCase() ?? "";
  const result = await carryOut(method, await text(incoming));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ok: true, result }));
}

async function carryOut(method: string, body: string): Promise<unknown> {
  switch (method) {
    case "getme":
      return { id: 1, is_bot: true, first_name: "Bot", username: "load_bot" };
    case "getwebhookinfo":
      return { url: webhook?.url ?? "" };
    case "setwebhook":
      webhook = webhookSchema.parse(JSON.parse(body));
      tell({ kind: "ready" });
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
  if (!hasPolled) tell({ kind: "ready" });
  hasPolled = true;
  // An offset that is behind is asked for what it does not know to be done: that is handed out again.
  const first = offset > 0 ? offset : handedOut + 1;
  if (first > total && timeout > 0) {
    await new Promise<void>((resolve) => {
      waitingPoll = resolve;
    });
  }
  const count = Math.max(0, Math.min(limit, MOST_A_FETCH, total - first + 1));
  handedOut = Math.max(handedOut, first + count - 1);
  return Array.from({ length: count }, (_, at) => updateOf(first + at, areNew));
}

function countAnswer(): void {
  answered += 1;
  if (answered !== total) return;
  tell({ kind: "answered", ms: performance.now() - began });
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
  if (!webhook || handedOut >= total) return;
  handedOut += 1;
  const body = JSON.stringify(updateOf(handedOut, areNew));
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
