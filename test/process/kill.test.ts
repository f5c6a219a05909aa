/**
 * Real processes, killed at random moments while readers go on asking. `KILLS=15` runs the long form;
 * `SEED` picks other moments.
 */
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { pick, seededRandom } from "../../src/evaluation/random.ts";
import type { Fault } from "../../src/telegram-simulator/server/faults.ts";
import {
  eventually,
  expectNothingPrivate,
  type openTelegram,
  type run,
} from "../support/bot-process.ts";
import { type Double, gatherCrowd } from "../support/crowd.ts";
import { hasRedis, startRedis } from "../support/redis-server.ts";
import { balance } from "../support/round-robin.ts";
import {
  openPollingTelegram,
  openWebhookTelegram,
  freePort,
  WEBHOOK_SECRET,
} from "../support/webhook-bot.ts";

const KILLS = Number(process.env["KILLS"] ?? 1);
/**
 * A message on its way at a kill is sent again: 12 to 25 in 15 kills, the same with batches of 2, 3 and 8. A few kills, or an
 * overloaded machine, say little about that.
 */
const isTelling = () => KILLS >= 15 && (loadavg()[0] ?? 0) < availableParallelism();
const random = seededRandom(Number(process.env["SEED"] ?? 1));
const PER_SECOND = 200;
/** A replica that was killed holds its claims for ten seconds. */
const SETTLED_MS = 60_000;
const TEST_MS = 60_000 + 2 * KILLS * 10_000 + 2 * SETTLED_MS;

type Telegram = Awaited<ReturnType<typeof openTelegram>>["telegram"];
type Process = ReturnType<typeof run>;
type Signal = "SIGKILL" | "SIGTERM";

/** Slots in which a bot runs; one that ends is started again. */
type Place = { process: Process; readonly start: () => Promise<Process> };

/** Lets readers ask while bots are ended again and again, until every question is answered. */
async function endAgainAndAgain(telegram: Telegram, places: readonly Place[], signal: Signal) {
  const crowd = gatherCrowd(telegram, PER_SECOND);
  const endedAt: Date[] = [];
  const printed: string[] = [];
  const codes: (number | string)[] = [];
  crowd.start();
  for (let times = 0; times < KILLS; times += 1) {
    await sleep(300 + random() * 1700);
    const place = pick(places, random);
    place.process.child.kill(signal);
    endedAt.push(new Date());
    codes.push(await place.process.ended);
    printed.push(place.process.printed());
    place.process = await place.start();
  }
  await sleep(200);
  crowd.stop();
  await vi.waitFor(() => expect(crowd.tally().lost).toEqual([]), {
    timeout: SETTLED_MS,
    interval: 300,
  });
  await telegram.untilIdle(SETTLED_MS);
  printed.push(...places.map(({ process }) => process.printed()));
  return { ...crowd.tally(), endedAt, codes, printed: printed.join("") };
}

/** Answered long before a kill and again after it: it was no longer in progress. Each repeat needs a kill of its own. */
function notUnderWay(doubles: readonly Double[], endedAt: readonly Date[]): readonly Double[] {
  const UNDER_WAY_MS = 1000;
  const endNear = (at: Date) =>
    endedAt.find((end) => Math.abs(Number(end) - Number(at)) < UNDER_WAY_MS);
  return doubles.filter(({ answeredAt }) => {
    const repeated = answeredAt.slice(0, -1);
    const ends = new Set(repeated.flatMap((at) => endNear(at) ?? []));
    return ends.size < repeated.length;
  });
}

async function placesOf(starts: readonly (() => Promise<Process>)[]): Promise<Place[]> {
  return Promise.all(starts.map(async (start) => ({ start, process: await start() })));
}

/** `mostLate`: answers that may be sent again though they were no longer in progress. */
async function expectNothingLost(telegram: Telegram, places: readonly Place[], mostLate = 0) {
  const killed = await endAgainAndAgain(telegram, places, "SIGKILL");
  const stopped = await endAgainAndAgain(telegram, places, "SIGTERM");
  console.log(
    `${killed.asked} and ${stopped.asked} questions, ${KILLS} kills: ${killed.doubles.length} doubles; ` +
      `${KILLS} stops: ${stopped.doubles.length} doubles`,
  );
  expect(killed.lost).toEqual([]);
  expect(stopped.lost).toEqual([]);
  expect(notUnderWay(killed.doubles, killed.endedAt).slice(mostLate)).toEqual([]);
  expect(stopped.codes).toEqual(stopped.codes.map(() => 0));
  expectNothingPrivate(killed.printed + stopped.printed, telegram.token, WEBHOOK_SECRET, "qz1");
  return { killed: killed.doubles.length, stopped: stopped.doubles.length };
}

test(
  "polling: whatever it is ended with, no question is lost, and hardly one is answered twice",
  async () => {
    const { telegram, startAnswering } = await openPollingTelegram();
    const places = await placesOf([startAnswering]);
    const doubles = await expectNothingLost(telegram, places);
    expect(doubles.stopped).toBe(0);
    expect(doubles.killed).toBeLessThanOrEqual(isTelling() ? 3 * KILLS : 5 * KILLS);
  },
  TEST_MS,
);

test(
  "webhook: whatever it is ended with, no question is lost, and hardly one is answered twice",
  async () => {
    const { telegram, startAnswering } = await openWebhookTelegram();
    const places = await placesOf([startAnswering]);
    const doubles = await expectNothingLost(telegram, places);
    expect(doubles.stopped).toBe(0);
    expect(doubles.killed).toBeLessThanOrEqual(isTelling() ? 3 * KILLS : 5 * KILLS);
  },
  TEST_MS,
);

test(
  "far from Telegram, killed again and again: two answers at most",
  async () => {
    const FAR: Fault = { kind: "slow", delayMs: 80 };
    const { telegram, startAnswering } = await openPollingTelegram();
    telegram.fail("sendMessage", FAR, { times: 1_000_000 });
    const crowd = gatherCrowd(telegram, 100);
    const endedAt: Date[] = [];
    crowd.start();
    for (let kill = 0; kill < 8; kill += 1) {
      const bot = await startAnswering();
      await sleep(800 + random() * 600);
      bot.child.kill("SIGKILL");
      endedAt.push(new Date());
      await bot.ended;
    }
    crowd.stop();
    await startAnswering();
    await eventually(() => expect(crowd.tally().lost).toEqual([]), SETTLED_MS);
    await telegram.untilIdle(SETTLED_MS);
    const { asked, doubles } = crowd.tally();
    console.log(`${asked} questions, 8 kills at 80 ms from Telegram: ${doubles.length} doubles`);
    expect(notUnderWay(doubles, endedAt)).toEqual([]);
    expect(doubles.filter(({ answeredAt }) => answeredAt.length > 2)).toEqual([]);
  },
  TEST_MS,
);

test.skipIf(!hasRedis())(
  "two replicas: no question is lost, though Redis is killed, frozen and started again meanwhile",
  async () => {
    const redis = await startRedis({ isDurable: true });
    const { telegram, port, startAnswering } = await openWebhookTelegram();
    const ports = [await freePort(), await freePort()];
    await balance(ports, port);
    const places = await placesOf(
      ports.map((own) => () => startAnswering({ PORT: String(own), REDIS_URL: redis.url })),
    );
    const ending = new AbortController();
    const trouble = troubleRedis(redis, ending.signal);
    // If the machine stalls for a second, the answers in it become owed; what Redis was not told of is sent again.
    const doubles = await expectNothingLost(telegram, places, PER_SECOND);
    ending.abort();
    expect(await trouble).toBeGreaterThan(1);
    expect(doubles.stopped).toBe(0);
  },
  TEST_MS,
);

test.skipIf(!hasRedis())(
  "two replicas: what is owed while Redis is killed and frozen is sent, though it never works for long",
  async () => {
    const redis = await startRedis({ isDurable: true });
    const { telegram, port, startAnswering } = await openWebhookTelegram();
    // Now and then so slow that answers become owed, wherever they can be stored at that moment.
    const slow: Fault = { kind: "slow", delayMs: 1500 };
    for (const nth of [200, 2000, 5000, 8000])
      telegram.fail("sendMessage", slow, { nth, times: 30 });
    const ports = [await freePort(), await freePort()];
    await balance(ports, port);
    const places = await placesOf(
      ports.map((own) => () => startAnswering({ PORT: String(own), REDIS_URL: redis.url })),
    );
    const ending = new AbortController();
    const trouble = troubleRedis(redis, ending.signal);
    const { asked, lost, doubles } = await endAgainAndAgain(telegram, places, "SIGKILL");
    ending.abort();
    expect(await trouble).toBeGreaterThan(1);
    console.log(`${asked} questions, some owed, ${KILLS} kills: ${doubles.length} doubles`);
    expect(lost).toEqual([]);
  },
  TEST_MS,
);

/** Kills Redis, freezes it or leaves it alone, at random; returns how often. */
async function troubleRedis(
  redis: Awaited<ReturnType<typeof startRedis>>,
  signal: AbortSignal,
): Promise<number> {
  let times = 0;
  for (; !signal.aborted; times += 1) {
    await sleep(random() * 1500);
    const isKilled = random() < 0.5;
    if (isKilled) await redis.kill();
    else redis.freeze();
    await sleep(random() * 1500);
    if (isKilled) await redis.start();
    else redis.thaw();
  }
  return times;
}
