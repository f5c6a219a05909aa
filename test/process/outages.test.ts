/**
 * Real processes while Telegram is away. `OUTAGES=20,60` (npm run outages) tests outages of that many
 * seconds instead of two, and kills the bot in the middle of each.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/telegram-simulator/server/faults.ts";
import { eventually, expectNothingPrivate } from "../support/bot-process.ts";
import { type Outage, openWire } from "../support/outage-proxy.ts";
import {
  openPollingTelegram,
  openWebhookTelegram,
  WEBHOOK_SECRET,
} from "../support/webhook-bot.ts";

const LONG = process.env["OUTAGES"];
const SECONDS = (LONG ?? "2").split(",").map(Number);
const CHATS = 20;
/** A call that may have arrived ends with pauses of one and two minutes. */
const settleMs = (seconds: number) => 30_000 + seconds * 4000;

type Trouble = {
  readonly name: string;
  readonly wire?: Outage;
  /** Of every message that the bot sends; updates still arrive. */
  readonly fault?: Fault;
  /** Whether Telegram may have received what it did not confirm. */
  readonly isUnclear?: true;
};

const TROUBLES: readonly Trouble[] = [
  { name: "resets every connection", wire: "reset", isUnclear: true },
  { name: "has no one listening", wire: "refuse" },
  { name: "takes connections and is silent", wire: "hang", isUnclear: true },
  {
    name: "answers 500",
    fault: { kind: "refusal", code: 500, description: "Internal Server Error" },
  },
  { name: "answers 502 with a page", fault: { kind: "html", status: 502 } },
  { name: "says to wait for 5 s", fault: { kind: "too-many-requests", retryAfterS: 5 } },
];

const CASES = (["polling", "webhook"] as const).flatMap((way, number) =>
  TROUBLES.map((trouble, other) => {
    // Each outage comes with a kill for one way in and without for the other; the long form has all.
    const isKilled = LONG !== undefined || (number + other) % 2 === 0;
    return { way, trouble, isKilled };
  }),
);

async function openBot(way: "polling" | "webhook") {
  const opened = way === "polling" ? await openPollingTelegram() : await openWebhookTelegram();
  const wire = await openWire(opened.telegram.url);
  const environment = { TELEGRAM_API_ROOT: wire.url };
  return {
    telegram: opened.telegram,
    wire,
    start: () => opened.start(environment),
    startAnswering: () => opened.startAnswering(environment),
  };
}

/** Readers with a chat each, who ask numbered questions; an answer repeats the number. */
function gatherReaders(telegram: Awaited<ReturnType<typeof openBot>>["telegram"]) {
  let last = 100_000;
  const readers = Array.from({ length: CHATS }, () => {
    const user = telegram.simulateUser(telegram.createUser());
    const asked: string[] = [];
    return {
      ask() {
        last += 1;
        asked.push(`qz${last}`);
        user.say(`what about qz${last}?`);
      },
      asked,
      answered: () =>
        user
          .messages()
          .flatMap(({ from, text = "" }) => (from?.is_bot ? (/qz\d+/u.exec(text)?.[0] ?? []) : [])),
    };
  });
  return { readers, askAll: () => readers.forEach((reader) => reader.ask()) };
}

const repeatsIn = (numbers: readonly string[]) =>
  numbers.filter((number, place) => numbers.indexOf(number) < place);

describe.each(SECONDS)("an outage of %i s", (seconds) => {
  test.each(CASES)(
    "by $way, Telegram $trouble.name, killed in the middle: $isKilled: nothing is lost, each chat in its order",
    async ({ way, trouble, isKilled }) => {
      const { telegram, wire, start, startAnswering } = await openBot(way);
      const { readers, askAll } = gatherReaders(telegram);
      let bot = await startAnswering();
      askAll();
      await eventually(() => readers.forEach(({ answered }) => expect(answered()).toHaveLength(1)));
      await telegram.untilIdle();

      if (trouble.fault) telegram.fail("sendMessage", trouble.fault, { times: 1_000_000 });
      askAll();
      const underWay = new Set(readers.flatMap(({ asked }) => asked.slice(-1)));
      // Polling takes a moment to fetch them, and the kill should catch them in progress.
      await sleep(20);
      if (trouble.wire) wire.cut(trouble.wire);
      const over = sleep(seconds * 1000);
      await sleep(seconds * 500);
      askAll();
      const killed = isKilled ? bot : undefined;
      killed?.child.kill("SIGKILL");
      await killed?.ended;
      // It starts while Telegram is still away.
      if (killed) bot = start();
      await over;
      if (trouble.wire) await wire.mend();
      telegram.clearFaults();
      askAll();

      await eventually(() => {
        for (const { answered, asked } of readers) {
          expect([...new Set(answered())]).toEqual(asked);
        }
      }, settleMs(seconds));
      const doubles = readers.flatMap(({ answered }) => repeatsIn(answered()));
      // Closing the listener cuts off calls in progress; later ones certainly never arrived.
      const clear = trouble.wire ? doubles.filter((number) => !underWay.has(number)) : doubles;
      const mayDouble = trouble.isUnclear === true || isKilled;
      expect(mayDouble ? [] : clear).toEqual([]);
      for (const { answered, asked } of readers) {
        expect(answered()).toEqual(answered().toSorted());
        expect(answered().length).toBeLessThanOrEqual(2 * asked.length);
      }
      const printed = bot.printed() + (killed?.printed() ?? "");
      expectNothingPrivate(printed, telegram.token, WEBHOOK_SECRET, "qz1", "    at ");
    },
    30_000 + seconds * 1000 + settleMs(seconds),
  );
});
