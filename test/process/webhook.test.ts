import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { eventually, expectNothingPrivate, MAIN, run } from "../support/bot-process.ts";
import { openWebhookTelegram, SECRET_HEADER, WEBHOOK_SECRET } from "../support/webhook-bot.ts";

const QUESTION = "When is Xi visiting Moscow?";

/** Sends raw text on a connection of its own, and collects what comes back until it closes. */
async function sendRaw(port: number, text: string) {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (data: string) => {
    received += data;
  });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await once(socket, "connect");
  // Writing to a connection that was cut off fails, as intended.
  socket.on("error", () => undefined);
  socket.write(text);
  return { socket, closed, received: () => received };
}

test("with WEBHOOK_URL the bot registers itself, answers what is posted, and stops cleanly", async () => {
  const { telegram, user, startAnswering, replies, url } = await openWebhookTelegram();
  const bot = await startAnswering();
  expect(telegram.calls("setWebhook").map(({ payload }) => payload)).toEqual([
    {
      url,
      secret_token: WEBHOOK_SECRET,
      max_connections: expect.any(Number),
      allowed_updates: ["message", "edited_message", "callback_query", "inline_query"],
    },
  ]);
  user.say(QUESTION);
  await eventually(() => expect(replies()).toEqual([expect.stringContaining("20–22 March")]));
  await telegram.untilIdle();

  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expectNothingPrivate(bot.printed(), telegram.token, WEBHOOK_SECRET, "visiting");
});

test("a chat is answered in order", async () => {
  const { telegram, user, startAnswering, replies } = await openWebhookTelegram();
  await startAnswering();
  telegram.fail("sendMessage", { kind: "slow", delayMs: 200 });
  for (const text of [QUESTION, "Who is Klochok?", "/dates"]) user.say(text);
  await eventually(() => expect(replies()).toHaveLength(3));
  expect(replies().map((text = "") => text.split("\n")[0])).toEqual([
    "20–22 March",
    expect.stringContaining("Valery Klochok"),
    expect.stringContaining("ates"),
  ]);
});

test("the same update posted twice at once is answered once, and confirmed twice", async () => {
  const { telegram, user, startAnswering, replies, post } = await openWebhookTelegram();
  await startAnswering();
  telegram.fail("sendMessage", { kind: "slow", delayMs: 300 });
  user.say(QUESTION);
  const [update] = telegram.pending();
  const again = await post(JSON.stringify(update));
  expect(again.status).toBe(200);
  await telegram.untilIdle();
  expect(replies()).toHaveLength(1);
  expect((await post(JSON.stringify(update))).status).toBe(200);
  expect(replies()).toHaveLength(1);
});

test("without the secret nothing is accepted: 401, before a body is read", async () => {
  const { startAnswering, post, port, user, telegram, replies } = await openWebhookTelegram();
  await startAnswering();
  const update = JSON.stringify({ update_id: 7, message: { text: QUESTION } });
  expect((await post(update, {})).status).toBe(401);
  const ofSameLength = WEBHOOK_SECRET.replace(/.$/u, "-");
  for (const secret of [`${WEBHOOK_SECRET}x`, ofSameLength, ""]) {
    const wrong = { "x-telegram-bot-api-secret-token": secret };
    expect((await post(update, wrong)).status).toBe(401);
  }

  const head = "POST /telegram HTTP/1.1\r\nhost: localhost\r\ncontent-length: 900000\r\n\r\n{";
  const { closed, received } = await sendRaw(port, head);
  await closed;
  expect(received()).toContain("401 Unauthorized");
  user.say(QUESTION);
  await telegram.untilIdle();
  expect(replies()).toHaveLength(1);
});

test.each([
  ["what is no JSON", "{"],
  ["nothing", ""],
  ["null", "null"],
  ["a list", "[]"],
  ["an object that is no update", '{"hello":1}'],
  ["an id that is no number", '{"update_id":"7"}'],
])("%s with the right secret is refused with 400, and the bot goes on", async (_name, body) => {
  const { startAnswering, post, user, telegram, replies } = await openWebhookTelegram();
  await startAnswering();
  expect((await post(body)).status).toBe(400);
  user.say(QUESTION);
  await telegram.untilIdle();
  expect(replies()).toHaveLength(1);
});

test("another path is 404, another method 405, an unknown kind of update 200", async () => {
  const { startAnswering, url, post } = await openWebhookTelegram();
  await startAnswering();
  expect((await fetch(new URL("/other", url), { method: "POST" })).status).toBe(404);
  const got = await fetch(url, { headers: SECRET_HEADER });
  expect([got.status, got.headers.get("allow")]).toEqual([405, "POST"]);
  const strange = { update_id: 8, chat_boost: {}, telepathy: { from: 7 } };
  expect((await post(JSON.stringify(strange))).status).toBe(200);
});

test("a body of 50 MB is refused with 413, with or without a content-length", async () => {
  const { startAnswering, post, port, user, telegram, replies } = await openWebhookTelegram();
  const bot = await startAnswering();
  expect((await post("x".repeat(50_000_000))).status).toBe(413);

  const secret = `x-telegram-bot-api-secret-token: ${WEBHOOK_SECRET}`;
  const head = `POST /telegram HTTP/1.1\r\nhost: localhost\r\n${secret}\r\ntransfer-encoding: chunked\r\n\r\n`;
  const { socket, closed, received } = await sendRaw(port, head);
  const chunk = `186a0\r\n${"x".repeat(100_000)}\r\n`;
  for (let sent = 0; sent < 20; sent += 1) socket.write(chunk);
  await closed;
  expect(received()).toContain("413 Payload Too Large");
  user.say(QUESTION);
  await telegram.untilIdle();
  expect(replies()).toHaveLength(1);
  expect(bot.child.exitCode).toBeNull();
});

test("slow requests are cut off: 10 s for the headers, 15 s in all", async () => {
  const { startAnswering, port } = await openWebhookTelegram();
  await startAnswering();
  const began = performance.now();
  const slowHead = await sendRaw(port, "POST /telegram HTTP/1.1\r\nhost: loc");
  const secret = `x-telegram-bot-api-secret-token: ${WEBHOOK_SECRET}`;
  const slowBody = await sendRaw(
    port,
    `POST /telegram HTTP/1.1\r\nhost: localhost\r\n${secret}\r\ncontent-length: 100\r\n\r\n{`,
  );
  const ended = ({ closed }: { closed: Promise<unknown> }) =>
    closed.then(() => performance.now() - began);
  const [head, body] = await Promise.all([ended(slowHead), ended(slowBody)]);
  expect(head).toBeGreaterThan(9000);
  expect(head).toBeLessThan(13_000);
  expect(body).toBeGreaterThan(14_000);
  expect(body).toBeLessThan(18_000);
}, 30_000);

test("an update whose handler fails for good is confirmed and logged, and its chat goes on", async () => {
  const { telegram, user, startAnswering, replies } = await openWebhookTelegram();
  const bot = await startAnswering();
  const description = "Bad Request: a refusal";
  telegram.fail("sendMessage", { kind: "refusal", code: 400, description });
  user.say(QUESTION);
  user.say("/dates");
  await eventually(() => expect(replies()).toHaveLength(1));
  await telegram.untilIdle();
  expect(bot.printed()).toContain("an update was given up");
  expectNothingPrivate(bot.printed(), telegram.token, "visiting");
});

test("SIGTERM during an answer: it is sent once and confirmed, whatever connections stay open", async () => {
  const { telegram, user, startAnswering, replies, port } = await openWebhookTelegram();
  const bot = await startAnswering();
  const idle = await sendRaw(port, "");
  const used = await sendRaw(port, "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  await eventually(() => expect(used.received()).toContain("404"));
  telegram.fail("sendMessage", { kind: "slow", delayMs: 500 });
  user.say(QUESTION);
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(1));
  const asked = performance.now();
  bot.child.kill("SIGTERM");

  expect(await bot.ended).toBe(0);
  expect(performance.now() - asked).toBeLessThan(3000);
  await Promise.all([idle.closed, used.closed]);
  expect(replies()).toHaveLength(1);
  expect(telegram.pending()).toEqual([]);
});

test("a port in use is reported with its number, and the bot exits", async () => {
  const { startAnswering, start, port } = await openWebhookTelegram();
  await startAnswering();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(`cannot listen on port ${port} (EADDRINUSE)`);
  expectNothingPrivate(second.printed(), "    at ");
});

test("an address that Telegram refuses is reported in its words, and the bot exits", async () => {
  const { start } = await openWebhookTelegram();
  const bot = start({ WEBHOOK_URL: "https://bot.example:8080/telegram" });
  expect(await bot.ended).toBe(1);
  expect(bot.printed()).toContain("Telegram rejects this WEBHOOK_URL");
  expect(bot.printed()).toContain("only on ports 80, 88, 443 or 8443");
});

test("mistakes in the webhook's settings name their variables, and no value", async () => {
  const { start } = await openWebhookTelegram();
  const bot = start({ WEBHOOK_URL: "http://bot.example", WEBHOOK_SECRET: "short", PORT: "many" });
  expect(await bot.ended).toBe(2);
  for (const name of ["WEBHOOK_URL", "WEBHOOK_SECRET", "PORT"]) {
    expect(bot.printed()).toContain(`${name}: `);
  }
  expectNothingPrivate(bot.printed(), "bot.example", "short", "    at ");
});

test("polling removes an earlier webhook", async () => {
  const { telegram, user, startAnswering, environment, replies } = await openWebhookTelegram();
  const bot = await startAnswering();
  bot.child.kill("SIGTERM");
  await bot.ended;
  run(MAIN, environment);
  user.say(QUESTION);
  await eventually(() => expect(replies()).toHaveLength(1));
  expect(telegram.calls("deleteWebhook")).toHaveLength(1);
});

test("the webhook listens on the interface that WEBHOOK_HOST names, and on no other", async () => {
  const { startAnswering, post, port } = await openWebhookTelegram();
  await startAnswering({ WEBHOOK_HOST: "127.0.0.1" });
  expect((await post("{}")).status).toBe(400);
  const elsewhere = `http://127.0.0.2:${port}/telegram`;
  await expect(fetch(elsewhere, { method: "POST" })).rejects.toThrow("fetch failed");
});

test.each(["WEBHOOK_HOST", "OPERATION_HOST"])(
  "an address of another machine in %s is a mistake, reported in one sentence",
  async (name) => {
    const { start } = await openWebhookTelegram();
    // Reserved for documentation: no machine has it.
    const bot = start({ [name]: "203.0.113.7", OPERATION_PORT: "0" });
    expect(await bot.ended).toBe(2);
    expect(bot.printed()).toContain(
      `${name}: 203.0.113.7 is not an address of this machine: name one that is`,
    );
    expectNothingPrivate(bot.printed(), "    at ", "a bug");
  },
);
