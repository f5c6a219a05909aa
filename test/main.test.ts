import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import {
  eventually,
  expectNothingPrivate,
  MAIN,
  openTelegram,
  run,
  temporaryFolder,
} from "./support/bot-process.ts";

test("npm start answers on Telegram with the speaker, and stops cleanly", async () => {
  const { telegram, user, start, replies } = await openTelegram();
  const bot = start(["npm", "start"]);
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  user.say("What are the expert's main points?");
  await eventually(() => expect(replies()).toHaveLength(2));

  const [dates = "", points = ""] = replies();
  expect(dates).toMatch(/^20–22 March\n/u);
  expect(dates).toContain(
    "The Kremlin, Russian authorities, who announced the visit · announcement",
  );
  expect(points).toContain("Valery Klochok");
  expect(points).toContain("political expert, head of the Vezha Center for Public Analytics");

  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expect(telegram.pending()).toEqual([]);
  expectNothingPrivate(bot.printed(), telegram.token, "visiting", "main points");
});

test("SIGTERM during an answer: it is sent once and acknowledged", async () => {
  const { telegram, user, start, replies } = await openTelegram();
  const first = start();
  await eventually(() => expect(first.printed()).toContain("answering"));
  telegram.fail("sendMessage", { kind: "slow", delayMs: 300 });
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(1));
  first.child.kill("SIGTERM");

  expect(await first.ended).toBe(0);
  expect(replies()).toHaveLength(1);
  expect(telegram.pending()).toEqual([]);
});

test("kill -9 loses no question, and what was answered is not answered again", async () => {
  const { telegram, user, start, replies } = await openTelegram();
  const first = start();
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  telegram.fail("sendMessage", { kind: "no-answer" });
  user.say("Who is Klochok?");
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(2));
  first.child.kill("SIGKILL");
  await first.ended;
  user.say("What does Yakovenko think?");

  start();
  await eventually(() => expect(replies()).toHaveLength(3));
  await telegram.untilIdle();
  expect(replies().map((text = "") => text.split("\n")[0])).toEqual([
    "20–22 March",
    expect.stringContaining("Valery Klochok"),
    expect.stringContaining("Igor Yakovenko"),
  ]);
});

test("a revoked token is reported in one plain line, without the token", async () => {
  const { telegram, start } = await openTelegram();
  const revoked = "987654321:revoked-revoked-revoked-revoked";
  const bot = start(MAIN, { BOT_TOKEN: revoked });
  expect(await bot.ended).toBe(1);
  expect(bot.printed()).toContain("Telegram rejects this token: get a new one from @BotFather");
  expectNothingPrivate(bot.printed(), revoked, telegram.token, "    at ");
});

test("a second instance elsewhere is reported in one plain line", async () => {
  const { start, environment } = await openTelegram();
  const first = start();
  await eventually(() => expect(first.printed()).toContain("answering"));
  const second = run(MAIN, { ...environment, STATE_DIR: temporaryFolder() });
  const told = "another instance is taking this bot's updates: stop it, or this one";
  await eventually(() => expect(first.printed() + second.printed()).toContain(told));
  expectNothingPrivate(first.printed() + second.printed(), "    at ");
});

test("a second start on one machine ends with one plain line, and the first goes on", async () => {
  const { user, start, replies } = await openTelegram();
  const first = start();
  await eventually(() => expect(first.printed()).toContain("answering"));
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain("this bot is already running on this machine: stop it first");
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  expect(first.printed()).not.toContain("another instance");
});

test("the bot starts while Telegram is away, and answers once it is back", async () => {
  const { telegram, user, start, replies } = await openTelegram();
  telegram.fail("getMe", { kind: "reset-before" }, { times: 4 });
  const bot = start();
  await eventually(() =>
    expect(bot.printed()).toContain("Telegram cannot be reached: trying again"),
  );
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  expect(bot.printed()).toContain("Telegram answers again");
});

test("the token may come from a file", async () => {
  const { telegram, start, environment } = await openTelegram();
  const file = join(environment["STATE_DIR"] ?? "", "token");
  writeFileSync(file, `${telegram.token}\n`);
  const bot = start(MAIN, { BOT_TOKEN: "", BOT_TOKEN_FILE: file });
  await eventually(() => expect(bot.printed()).toContain("answering"));
});

test("all mistakes in the environment are reported at once, without any value", async () => {
  const bot = run(MAIN, { BOT_TOKEN: "not-a-token", TELEGRAM_API_ROOT: "http://example.com" });
  expect(await bot.ended).toBe(2);
  expect(bot.printed()).toContain("BOT_TOKEN: not a bot token");
  expect(bot.printed()).toContain("TELEGRAM_API_ROOT: not a safe place for the token");
  expectNothingPrivate(bot.printed(), "not-a-token", "    at ");
});

test("without a token in production the bot does not start", async () => {
  const bot = run(MAIN, { NODE_ENV: "production" });
  expect(await bot.ended).toBe(2);
  expect(bot.printed()).toContain("BOT_TOKEN: missing");
});

test("a faulty article ends the start, with its file and line", async () => {
  const content = temporaryFolder();
  writeFileSync(join(content, "bad.md"), "---\ntitle: Bad\nlanguage: [\n---\n\nText.\n");
  const bot = run(MAIN, { CONTENT_DIR: content });
  expect(await bot.ended).toBe(2);
  expect(bot.printed()).toMatch(/bad\.md:\d+: /u);
  expectNothingPrivate(bot.printed(), "    at ");
});

test("without a token a local preview starts and says so in one line", async () => {
  const bot = run(["npm", "start", "--silent"], { PREVIEW_PORT: "0" });
  await eventually(() => expect(bot.printed()).toContain("\n"));
  const said =
    /^No BOT_TOKEN \(see \.env\.example\), so this is a preview: (?<chat>http:\/\/127\.0\.0\.1:\d+), with the desk at (?<desk>\k<chat>\/desk\/)\n$/u;
  expect(bot.printed()).toMatch(said);
  const { chat = "", desk = "" } = said.exec(bot.printed())?.groups ?? {};
  expect(await (await fetch(chat)).text()).toContain("<title>Ask the Article");
  expect(await (await fetch(desk)).text()).toContain("<title>Ask the Article · desk");

  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
});

test("with FOLLOW_CONTENT, a saved article takes effect at once", async () => {
  const content = temporaryFolder();
  const file = join(content, "ferry.md");
  writeFileSync(file, "# Ferry\n\nThe night ferry leaves the old harbour at nine.\n");
  const { user, start, replies } = await openTelegram();
  const bot = start(MAIN, { CONTENT_DIR: content, FOLLOW_CONTENT: "yes" });
  await eventually(() => expect(bot.printed()).toContain("answering"));
  writeFileSync(file, "# Ferry\n\nThe night ferry leaves the old harbour at ten.\n");
  await eventually(() => expect(bot.printed()).toContain("the articles were reloaded"));
  user.say("When does the night ferry leave the old harbour?");
  await eventually(() => expect(replies().join("\n")).toContain("at ten"));
});

test("the operator reads health and metrics; a second bot on that port reports it and exits", async () => {
  const { start, user, replies } = await openTelegram();
  const first = start(MAIN, { OPERATION_PORT: "0" });
  await eventually(() => expect(first.printed()).toContain("answering"));
  const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/u.exec(first.printed()) ?? [];
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await vi.waitFor(async () =>
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'bot_answers_total{kind="answered"} 1',
    ),
  );

  const port = new URL(url).port;
  const second = start(MAIN, { OPERATION_PORT: port });
  expect(await second.ended).toBe(2);
  expect(second.printed()).toContain(`OPERATION_PORT: cannot listen on ${port} (EADDRINUSE)`);
});

test("questions and votes are logged on request, without who asked", async () => {
  const file = join(temporaryFolder(), "questions.jsonl");
  const { telegram, chat, user, start, replies } = await openTelegram();
  const bot = start(MAIN, { QUESTION_JOURNAL: file });
  user.say("When is Xi visiting Moscow? Tell @some_body or +380 67 123 45 67");
  await eventually(() => expect(replies()).toHaveLength(1));
  await chat.press("👍");
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);

  const kept = readFileSync(file, "utf8");
  const [answer, vote] = kept
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answer).toMatchObject({
    question: "When is Xi visiting Moscow? Tell <name> or <number>",
    shown: ["xi-moscow-visit/visit-dates"],
  });
  expect(vote).toMatchObject({ trace: answer.trace, judgement: "good" });
  const ids = [
    user.account.id,
    user.chat.id,
    user.account.first_name,
    user.account.username ?? "some_body",
  ];
  for (const id of ids) expect(kept).not.toContain(String(id));
  expectNothingPrivate(kept, telegram.token);
});

test("a question log that cannot be written delays no answer", async () => {
  const { user, start, replies } = await openTelegram();
  const bot = start(MAIN, { QUESTION_JOURNAL: "package.json/questions.jsonl" });
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  await eventually(() => expect(bot.printed()).toContain("the question log cannot be written"));
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
});
