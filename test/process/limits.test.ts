import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { eventually } from "../support/bot-process.ts";
import { gatherCrowd } from "../support/crowd.ts";
import { openWire } from "../support/outage-proxy.ts";
import { openPollingTelegram, openWebhookTelegram } from "../support/webhook-bot.ts";

const FEW_DESCRIPTORS = ["sh", "-c", "ulimit -n 64; exec node src/start.mjs"];
const ALL_OF_THEM = 1_000_000;
const SETTLED_MS = 60_000;

test.each(["polling", "webhook"] as const)(
  "by %s with 64 descriptors and a Telegram that takes 300 ms, 300 questions at once are all answered",
  async (way) => {
    const open = way === "polling" ? openPollingTelegram : openWebhookTelegram;
    const { telegram, startAnswering } = await open(FEW_DESCRIPTORS);
    telegram.fail("sendMessage", { kind: "slow", delayMs: 300 }, { times: ALL_OF_THEM });
    const crowd = gatherCrowd(telegram, 3000);
    await startAnswering();
    crowd.start();
    await sleep(100);
    crowd.stop();
    await eventually(() => expect(crowd.tally().lost).toEqual([]), SETTLED_MS);
    await telegram.untilIdle(SETTLED_MS);
    expect(crowd.tally().asked).toBeGreaterThan(200);
    expect(crowd.tally().doubles).toEqual([]);
  },
  SETTLED_MS + 20_000,
);

test(
  "by webhook, a Telegram that is silent for twelve seconds: each is answered within a minute",
  async () => {
    const { telegram, startAnswering } = await openWebhookTelegram();
    const wire = await openWire(telegram.url);
    await startAnswering({ TELEGRAM_API_ROOT: wire.url });
    wire.cut("hang");
    const crowd = gatherCrowd(telegram, 100);
    crowd.start();
    await sleep(100);
    crowd.stop();
    // Confirmed within eight seconds, since Telegram considers a silent webhook dead.
    await eventually(() => expect(telegram.pending()).toEqual([]), 12_000);
    expect(crowd.tally().lost.length).toBeGreaterThan(5);
    await wire.mend();
    await eventually(() => expect(crowd.tally().lost).toEqual([]), SETTLED_MS);
  },
  SETTLED_MS + 30_000,
);
