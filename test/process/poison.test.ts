import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, expectNothingPrivate, openTelegram, run } from "../support/bot-process.ts";

/**
 * A simple bot, delivered like the real one; it dies of "poison" and hangs on "quicksand". What begins with "long" it works
 * on for several turns of the event loop. A press it acknowledges first.
 */
const FRAGILE = `
  import { Bot } from "grammy";
  import { createLog } from "./src/logging/log.ts";
  import { runBot } from "./src/delivery/run-bot.ts";
  import { openChatMemory } from "./src/telegram/chat-memory.ts";
  const { BOT_TOKEN, TELEGRAM_API_ROOT, STATE_DIR } = process.env;
  const write = (line) => process.stdout.write(line);
  const log = createLog({ token: BOT_TOKEN, write, now: () => new Date() });
  const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
  bot.on("message:text", async (ctx) => {
    if (ctx.msg.text.startsWith("long")) await new Promise((resolve) => setTimeout(resolve, 200));
    if (ctx.msg.text.endsWith("poison")) process.kill(process.pid, "SIGKILL");
    // A signal takes a moment to arrive.
    while (ctx.msg.text.endsWith("poison") || ctx.msg.text === "quicksand");
    const keyboard = { inline_keyboard: [[{ text: "poison", callback_data: "poison" }]] };
    return ctx.reply("heard: " + ctx.msg.text, { reply_markup: keyboard });
  });
  bot.on("callback_query", async (ctx) => {
    await ctx.answerCallbackQuery();
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.kill(process.pid, "SIGKILL");
    while (true);
  });
  const { signal } = new AbortController();
  await runBot(bot, { log, signal, stateDir: STATE_DIR, memory: openChatMemory() });
`;

async function openFragile() {
  const { telegram, environment } = await openTelegram();
  const start = () =>
    run(["node", "--import", "tsx", "--input-type=module", "-e", FRAGILE], environment);
  const reader = () => {
    const user = telegram.simulateUser(telegram.createUser());
    const heard = () => user.messages().flatMap(({ from, text }) => (from?.is_bot ? [text] : []));
    return { user, heard };
  };
  return { telegram, stateDir: environment["STATE_DIR"] ?? "", start, reader };
}

const crashes = async (start: () => ReturnType<typeof run>) => [
  await start().ended,
  await start().ended,
  await start().ended,
];
/** Three starts and more; they take six seconds here. */
const TEST_MS = 60_000;
const THREE_KILLS = ["SIGKILL", "SIGKILL", "SIGKILL"];

/** The steps of all updates that are on the disk. */
function stepsIn(stateDir: string): string {
  const file = readdirSync(stateDir).find((name) => name.startsWith("done-updates"));
  return file === undefined ? "" : readFileSync(join(stateDir, file), "utf8");
}

test(
  "an update that has crashed the process three times is set aside and logged, and all others are answered",
  async () => {
    const { telegram, start, reader } = await openFragile();
    const [before, poisoner, after] = [reader(), reader(), reader()];
    before.user.say("before");
    poisoner.user.say("poison");
    poisoner.user.say("sorry");
    after.user.say("after");
    expect(await crashes(start)).toEqual(THREE_KILLS);

    const bot = start();
    await eventually(() => {
      expect(before.heard()).toContain("heard: before");
      expect(poisoner.heard()).toEqual(["heard: sorry"]);
      expect(after.heard()).toContain("heard: after");
    });
    await telegram.untilIdle();
    expect(bot.printed()).toContain("an update is set aside: the process ended three times");
    expectNothingPrivate(bot.printed(), telegram.token, "poison");
  },
  TEST_MS,
);

test(
  "none is set aside because it was worked on at the same time",
  async () => {
    const { telegram, start, reader } = await openFragile();
    const readers = Array.from({ length: 6 }, reader);
    const poisoner = reader();
    for (const { user } of readers.slice(0, 3)) user.say("long ago");
    poisoner.user.say("long poison");
    for (const { user } of readers.slice(3)) user.say("long since");
    expect(await crashes(start)).toEqual(THREE_KILLS);

    const bot = start();
    await eventually(() => {
      for (const { heard } of readers) expect(heard().length).toBeGreaterThan(0);
    });
    await telegram.untilIdle();
    expect(poisoner.heard()).toEqual([]);
    expect(bot.printed().match(/set aside/gu)).toHaveLength(1);
  },
  TEST_MS,
);

test(
  "nor beside a press, which is acknowledged before it is worked on",
  async () => {
    const { telegram, start, reader } = await openFragile();
    const readers = Array.from({ length: 6 }, reader);
    const poisoner = reader();
    poisoner.user.say("hello");
    const first = start();
    await eventually(() => expect(poisoner.heard()).toEqual(["heard: hello"]));
    await telegram.untilIdle();
    first.child.kill("SIGTERM");
    await first.ended;

    const offer = poisoner.user.messages().find(({ from }) => from?.is_bot);
    poisoner.user.press(offer?.message_id ?? 0, "poison");
    for (const { user } of readers) user.say("long since");
    expect(await crashes(start)).toEqual(THREE_KILLS);

    const bot = start();
    await eventually(() => {
      for (const { heard } of readers) expect(heard().length).toBeGreaterThan(0);
    });
    await telegram.untilIdle();
    expect(bot.printed().match(/set aside/gu)).toHaveLength(1);
  },
  TEST_MS,
);

test(
  "one that hangs the process until it is killed from outside is set aside, too",
  async () => {
    const { stateDir, start, reader } = await openFragile();
    const { user, heard } = reader();
    const hangAndKill = async () => {
      const before = stepsIn(stateDir);
      const bot = start();
      await eventually(() => {
        const steps = stepsIn(stateDir);
        expect(steps).not.toBe(before);
        expect(heard()).toContain("heard: hello");
        // Nothing is written after the update it hangs on.
        expect(steps).toMatch(/b \d+\n$/u);
      });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      bot.child.kill("SIGKILL");
      await bot.ended;
    };
    user.say("hello");
    user.say("quicksand");
    await hangAndKill();
    await hangAndKill();
    await hangAndKill();
    const bot = start();
    user.say("still there?");
    await eventually(() => expect(heard()).toContain("heard: still there?"));
    expect(heard()).toContain("heard: hello");
    expect(bot.printed()).toContain("an update is set aside");
  },
  TEST_MS,
);
