import { expect, test } from "vitest";
import { eventually, expectNothingPrivate, run } from "../support/bot-process.ts";
import { openPollingTelegram } from "../support/webhook-bot.ts";

const QUESTION = "When is Xi visiting Moscow?";
/** Whoever supervises a process kills it after so long. */
const SUPERVISOR_MS = 10_000;
/** Within a second the same wish may reach the process twice, once through npm. */
const ANOTHER_WISH_MS = 1100;

/** A bot whose answer Telegram takes and never confirms. */
async function openStuck() {
  const { telegram, seat, replies, startAnswering } = await openPollingTelegram();
  const bot = await startAnswering();
  telegram.fail("sendMessage", { kind: "no-answer" });
  seat.say(QUESTION);
  await eventually(() => expect(telegram.calls("sendMessage")).toHaveLength(1));
  return { telegram, replies, startAnswering, bot };
}

test("SIGTERM while an answer is stuck: the process ends by itself before it would be killed", async () => {
  const { bot } = await openStuck();
  const asked = performance.now();
  bot.child.kill("SIGTERM");
  await bot.ended;
  expect(performance.now() - asked).toBeLessThan(SUPERVISOR_MS);
});

test("a second SIGTERM ends a process that is stuck at once, and its question is answered after it", async () => {
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

test("a promise that nobody caught ends the process with 1, told without what it says", async () => {
  const script = `
    import { createLog } from "./src/delivery/log.ts";
    import { endOnSurprise } from "./src/delivery/shutdown.ts";
    const write = (line) => process.stdout.write(line);
    endOnSurprise(createLog({ token: "", write, now: () => new Date() }));
    setInterval(() => {}, 1000);
    void Promise.reject(new Error("When is Xi visiting Moscow? 123456789:AAE-a_token-in-the-right-form"));
  `;
  const bot = run(["node", "--import", "tsx", "--input-type=module", "-e", script], {});
  expect(await bot.ended).toBe(1);
  expect(bot.printed()).toContain("ending at once: a bug: ");
  expectNothingPrivate(bot.printed(), "visiting", "AAE-a_token");
});
