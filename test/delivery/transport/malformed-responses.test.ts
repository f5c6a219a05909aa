import { type Api, Bot } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  parseBot,
  parseConfirmation,
  parseUpdates,
  parseWebhookInfo,
} from "../../../src/delivery/transport/response-schemas.ts";
import { untilReachable } from "../../../src/delivery/transport/until-reachable.ts";
import { runBot } from "../../../src/delivery/run-bot.ts";
import { pendingUpdateCounter } from "../../../src/delivery/webhook/pending-updates.ts";
import {
  type SimulatorOptions,
  startTelegramSimulator,
} from "../../../src/telegram-simulator/telegram-simulator.ts";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { httpClient } from "../../../src/delivery/transport/http-client.ts";
import { temporaryFolder } from "../../support/bot-process.ts";
import { openTestClock } from "../../support/test-clock.ts";
import { freePort, WEBHOOK_SECRET } from "../../support/webhook-bot.ts";

const ok = (result: unknown) => JSON.stringify({ ok: true, result });
const update = (id: unknown) => ({ update_id: id, message: {} });
const MALFORMED = "Telegram's answer makes no sense: asking again";

async function openApi(options: SimulatorOptions = {}) {
  const telegram = await startTelegramSimulator(options);
  onTestFinished(telegram.close);
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  bot.api.config.use(httpClient(bot.api));
  return { telegram, bot };
}

/** The log while a method returns four malformed answers and then a good one. */
async function logOf(method: string, body: string, call: (api: Api) => Promise<unknown>) {
  const { telegram, bot } = await openApi({ webhook: { allowLoopback: true } });
  telegram.fail(method, { kind: "odd", body }, { times: 4 });
  const logged: [string, unknown][] = [];
  const { kind } = await untilReachable(() => call(bot.api), {
    log: (sentence, fields) => logged.push([sentence, fields?.["error"]]),
    signal: new AbortController().signal,
    waitMs: () => 1,
  });
  expect(kind).toBe("value");
  return logged;
}

const loggedOnce = (method: string) => [
  [MALFORMED, expect.stringMatching(new RegExp(`^${method}: [a-zA-Z ]+$`, "u"))],
  ["Telegram answers again", undefined],
];

test.each([
  ["null", ok(null)],
  ["an object", ok({})],
  ["a text", ok("updates")],
  ["a list of nothing", ok([null])],
  ["an update without a number", ok([{ message: {} }])],
  ["a number that is a text", ok([update("7")])],
  ["a number that is none", ok([update(1.5)])],
  ["one good update and one bad", ok([update(5), null])],
  ["more than was asked for", ok(Array.from({ length: 10_000 }, (_, id) => update(id + 1)))],
  ["no result", '{"ok":true}'],
  ["no answer in the Bot API's form", "{}"],
  ["null instead of an answer", "null"],
  ["a number instead of an answer", "5"],
  ["a list instead of an answer", "[]"],
  ["a failure without a code", '{"ok":false}'],
  ["a failure whose words are none", '{"ok":false,"error_code":409,"description":null}'],
  ["a proxy's page", "<html><body>Sign in</body></html>"],
  ["nothing", ""],
])("getUpdates answered by %s is logged once and repeated", async (_what, body) => {
  const logged = await logOf("getUpdates", body, async (api) =>
    parseUpdates(await api.getUpdates({ timeout: 0 }), 100),
  );
  expect(logged).toEqual(loggedOnce("getUpdates"));
});

test.each([
  ["null", ok(null)],
  ["an empty object", ok({})],
  ["a user without a name", ok({ id: 5, is_bot: true })],
  ["an id that is a text", ok({ id: "../5", is_bot: true, username: "a_bot" })],
  ["a name that is no text", ok({ id: 5, is_bot: true, username: 7 })],
  ["a list", ok([])],
  ["a proxy's page", "<html></html>"],
])("getMe answered by %s is logged once and repeated", async (_what, body) => {
  const logged = await logOf("getMe", body, async (api) => parseBot(await api.getMe()));
  expect(logged).toEqual(loggedOnce("getMe"));
});

test.each([ok(null), ok({}), ok({ url: 7 }), ok("")])(
  "getWebhookInfo answered by %s is logged once and repeated",
  async (body) => {
    const logged = await logOf("getWebhookInfo", body, async (api) =>
      parseWebhookInfo(await api.getWebhookInfo()),
    );
    expect(logged).toEqual(loggedOnce("getWebhookInfo"));
  },
);

test.each([ok(null), ok({}), ok(false), ok("true")])(
  "setWebhook answered by %s is logged once and repeated",
  async (body) => {
    const url = "http://127.0.0.1:8443/hook";
    const logged = await logOf("setWebhook", body, async (api) =>
      parseConfirmation("setWebhook", await api.setWebhook(url)),
    );
    expect(logged).toEqual(loggedOnce("setWebhook"));
  },
);

/** An echo bot for which each named method first returns a malformed answer. */
async function recoversFrom(methods: readonly string[], webhookPort?: number) {
  const { telegram, bot } = await openApi({ webhook: { allowLoopback: true } });
  bot.on("message:text", async (ctx) => void (await ctx.reply(`heard: ${ctx.msg.text}`)));
  for (const method of methods) telegram.fail(method, { kind: "odd", body: ok(null) });
  const logged: string[] = [];
  const stopping = new AbortController();
  const webhook = webhookPort !== undefined && {
    webhook: {
      url: `http://127.0.0.1:${webhookPort}/hook`,
      secret: WEBHOOK_SECRET,
      port: webhookPort,
    },
  };
  const running = runBot(bot, {
    log: (sentence) => logged.push(sentence),
    signal: stopping.signal,
    stateDir: temporaryFolder(),
    memory: openChatMemory(),
    clock: openTestClock(),
    ...webhook,
  });
  const user = telegram.simulateUser(telegram.createUser());
  user.say("hello");
  const heard = () => expect(user.messages().at(-1)?.text).toBe("heard: hello");
  await vi.waitFor(heard, { timeout: 8000, interval: 20 });
  stopping.abort();
  expect(await running).toBe("stopped");
  return logged.filter((sentence) => sentence === MALFORMED);
}

test("a polling bot recovers from malformed answers to getMe and getUpdates", async () => {
  expect(await recoversFrom(["getMe", "getUpdates"])).toEqual([MALFORMED, MALFORMED]);
});

test("a bot with a webhook recovers from malformed answers during its registration", async () => {
  const methods = ["getMe", "getWebhookInfo", "setWebhook"];
  expect(await recoversFrom(methods, await freePort())).toEqual([MALFORMED, MALFORMED, MALFORMED]);
});

test.each([ok(null), ok({}), ok({ pending_update_count: "many" }), "[]"])(
  "the number of pending updates is unknown if Telegram answers %s",
  async (body) => {
    const telegram = await startTelegramSimulator();
    onTestFinished(telegram.close);
    telegram.fail("getWebhookInfo", { kind: "odd", body });
    const ask = pendingUpdateCounter({ token: telegram.token, apiRoot: telegram.url });
    expect(await ask()).toBeUndefined();
    expect(await ask()).toBe(0);
  },
);
