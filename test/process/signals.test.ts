import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  eventually,
  expectNothingPrivate,
  MAIN,
  openTelegram,
  run,
  temporaryFolder,
} from "../support/bot-process.ts";
import { openSmallDisk } from "../support/small-disk.ts";
import { openPollingTelegram } from "../support/webhook-bot.ts";

const QUESTION = "When is Xi visiting Moscow?";
/** Supervisors kill a process after this. */
const SUPERVISOR_MS = 10_000;
/** Within a second the same request may reach the process twice, once through npm. */
const ANOTHER_WISH_MS = 1100;
/** A full disk is left alone for ten seconds. */
const LOG_RETRY_MS = 10_500;

/** A bot whose answer Telegram accepts and never confirms. */
async function openStuck() {
  const { telegram, user, replies, startAnswering } = await openPollingTelegram();
  const bot = await startAnswering();
  telegram.fail("sendMessage", { kind: "no-answer" });
  user.say(QUESTION);
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(1));
  return { telegram, replies, startAnswering, bot };
}

test("SIGTERM while an answer is stuck: the process exits before its supervisor would kill it", async () => {
  const { bot } = await openStuck();
  const asked = performance.now();
  bot.child.kill("SIGTERM");
  await bot.ended;
  expect(performance.now() - asked).toBeLessThan(SUPERVISOR_MS);
});

test("a second SIGTERM ends a stuck process at once, and the next one answers its question", async () => {
  const { bot, startAnswering, replies, telegram } = await openStuck();
  bot.child.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, ANOTHER_WISH_MS));
  const asked = performance.now();
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(1);
  expect(performance.now() - asked).toBeLessThan(1000);
  expectNothingPrivate(bot.printed(), telegram.token, "visiting");

  telegram.clearFaults();
  await startAnswering();
  await eventually(() => expect(replies().at(-1)).toContain("20–22 March"));
});

test("an unhandled rejection ends the process with 1, logged without its message", async () => {
  const script = `
    import { createLog } from "./src/logging/log.ts";
    import { exitOnUncaughtErrors } from "./src/delivery/process-signals.ts";
    const write = (line) => process.stdout.write(line);
    exitOnUncaughtErrors(createLog({ token: "", write, now: () => new Date() }));
    setInterval(() => {}, 1000);
    void Promise.reject(new Error("When is Xi visiting Moscow? 123456789:AAE-a_token-in-the-right-form"));
  `;
  const bot = run(["node", "--import", "tsx", "--input-type=module", "-e", script], {});
  expect(await bot.ended).toBe(1);
  expect(bot.printed()).toContain("ending at once: a bug: ");
  expectNothingPrivate(bot.printed(), "visiting", "AAE-a_token");
});

const FERRY = (hour: string) => `# Ferry\n\nThe night ferry leaves the old harbour at ${hour}.\n`;
const FERRY_QUESTION = "When does the night ferry leave the old harbour?";

/** A bot with one article; unless its folder is followed, only SIGHUP reloads it. */
async function openFerry(followsContent: "yes" | "no") {
  const content = temporaryFolder();
  const save = (text: string) => writeFileSync(join(content, "ferry.md"), text);
  save(FERRY("nine"));
  const { user, replies, start } = await openTelegram();
  const bot = start(MAIN, { CONTENT_DIR: content, FOLLOW_CONTENT: followsContent });
  await eventually(() => expect(bot.printed()).toContain("answering"));
  const answer = async () => {
    const before = replies().length;
    user.say(FERRY_QUESTION);
    await eventually(() => expect(replies().length).toBeGreaterThan(before));
    return replies().at(-1);
  };
  return { save, bot, answer };
}

test.each(["yes", "no"] as const)(
  "SIGHUP reloads the articles, and a mistake keeps the previous version (followed: %s)",
  async (followsContent) => {
    const { save, bot, answer } = await openFerry(followsContent);
    save(FERRY("ten"));
    bot.child.kill("SIGHUP");
    await eventually(() => expect(bot.printed()).toContain("the articles were reloaded"));
    expect(await answer()).toContain("at ten");

    save("---\ntitle: [\n---\n\nText.\n");
    bot.child.kill("SIGHUP");
    await eventually(() => expect(bot.printed()).toMatch(/ferry\.md:\d+: /u));
    expect(await answer()).toContain("at ten");
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
  },
);

test("other signals neither end the process nor open a debugger port", async () => {
  const { bot, answer } = await openFerry("no");
  for (const signal of ["SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGWINCH", "SIGCONT"] as const) {
    bot.child.kill(signal);
  }
  await eventually(() => expect(bot.printed().match(/this signal does nothing/gu)).toHaveLength(2));
  expect(bot.printed()).not.toContain("Debugger listening");
  expect(await answer()).toContain("at nine");
});

test("a bot goes on answering when nobody reads its log any more", async () => {
  const { bot, answer } = await openFerry("no");
  bot.child.stdout.destroy();
  bot.child.stderr.destroy();
  expect(await answer()).toContain("at nine");
  expect(await answer()).toContain("at nine");
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
});

test("a log on a full disk is written again once there is room", async ({ skip }) => {
  const disk = openSmallDisk();
  if (!disk) return skip("no disk can be mounted here");
  const file = join(disk.folder, "bot.log");
  const { user, replies, start } = await openTelegram();
  const bot = start(["sh", "-c", `exec node src/start.mjs >> ${file}`]);
  await eventually(() => expect(readFileSync(file, "utf8")).toContain("answering"));
  disk.fill(file);
  user.say(QUESTION);
  await eventually(() => expect(replies()).toHaveLength(1));
  await eventually(() =>
    expect(bot.printed()).toBe(
      "the log cannot be written (ENOSPC): its lines are lost until it can\n",
    ),
  );
  disk.free();
  await new Promise((resolve) => setTimeout(resolve, LOG_RETRY_MS));
  user.say(QUESTION);
  await eventually(() => expect(readFileSync(file, "utf8")).toContain("the log is written again"));
});
