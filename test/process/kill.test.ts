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
/** A replica that was killed holds its claims for ten seconds, and a backlog is answered at twice the pace. */
const SETTLED_MS = 180_000;
const TEST_MS = 60_000 + 2 * KILLS * 10_000 + 2 * SETTLED_MS;

type Telegram = Awaited<ReturnType<typeof openTelegram>>["telegram"];
type Process = ReturnType<typeof run>;
type Signal = "SIGKILL" | "SIGTERM";

/** Slots in which a bot runs; one that ends is started again. */
type Place = { process: Process; readonly start: () => Promise<Process> };

/** What else goes wrong until the signal is aborted; resolves with how often. */
type Trouble = (signal: AbortSignal) => Promise<number>;

/** Lets readers ask while bots are ended again and again, until every question is answered. */
async function endAgainAndAgain(
  telegram: Telegram,
  places: readonly Place[],
  signal: Signal,
  trouble: Trouble = async () => 0,
) {
  const crowd = gatherCrowd(telegram, PER_SECOND);
  const endedAt: Date[] = [];
  const printed: string[] = [];
  const codes: (number | string)[] = [];
  const ending = new AbortController();
  const troubled = trouble(ending.signal);
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
  ending.abort();
  const troubles = await troubled;
  await vi.waitFor(() => expect(crowd.tally().lost).toEqual([]), {
    timeout: SETTLED_MS,
    interval: 300,
  });
  await telegram.untilIdle(SETTLED_MS);
  printed.push(...places.map(({ process }) => process.printed()));
  return { ...crowd.tally(), endedAt, codes, troubles, printed: printed.join("") };
}

/** First answered long before a kill and again after it: it was no longer in progress. */
function notUnderWay(
  doubles: readonly Double[],
  endedAt: readonly Date[],
  mostTimes = 2,
): readonly Double[] {
  const UNDER_WAY_MS = 1000;
  return doubles.filter(
    ({ firstAt, times }) =>
      times > mostTimes ||
      !endedAt.some((end) => Math.abs(Number(end) - Number(firstAt)) < UNDER_WAY_MS),
  );
}

async function placesOf(starts: readonly (() => Promise<Process>)[]): Promise<Place[]> {
  return Promise.all(starts.map(async (start) => ({ start, process: await start() })));
}

async function expectNothingLost(telegram: Telegram, places: readonly Place[], trouble?: Trouble) {
  const killed = await endAgainAndAgain(telegram, places, "SIGKILL", trouble);
  const stopped = await endAgainAndAgain(telegram, places, "SIGTERM", trouble);
  console.log(
    `${killed.asked} and ${stopped.asked} questions, ${KILLS} kills: ${killed.doubles.length} doubles; ` +
      `${KILLS} stops: ${stopped.doubles.length} doubles`,
  );
  expect(killed.lost).toEqual([]);
  expect(stopped.lost).toEqual([]);
  // What Redis was not told of may be sent again much later. The same message may be on its way at two kills.
  const unexpected = trouble ? [] : notUnderWay(killed.doubles, killed.endedAt, 3);
  expect(unexpected).toEqual([]);
  expect(stopped.codes).toEqual(stopped.codes.map(() => 0));
  expectNothingPrivate(killed.printed + stopped.printed, telegram.token, WEBHOOK_SECRET, "qz1");
  const troubles = killed.troubles + stopped.troubles;
  return { killed: killed.doubles.length, stopped: stopped.doubles.length, troubles };
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
  },
  TEST_MS,
);

test.skipIf(!hasRedis())(
  "two replicas: no question is lost, though Redis is killed, frozen and started again meanwhile",
  async () => {
    const redis = await startRedis({ isDurable: true });
    const { telegram, port, startAnswering } = await openWebhookTelegram();
    // Now and then so slow that answers become owed, wherever they can be stored at that moment.
    const slow: Fault = { kind: "slow", delayMs: 1500 };
    const [slowFrom, slowTogether] = [[200, 2000, 5000, 8000], 30];
    for (const nth of slowFrom) telegram.fail("sendMessage", slow, { nth, times: slowTogether });
    const ports = [await freePort(), await freePort()];
    await balance(ports, port);
    const places = await placesOf(
      ports.map((own) => () => startAnswering({ PORT: String(own), REDIS_URL: redis.url })),
    );
    const doubles = await expectNothingLost(telegram, places, (signal) =>
      troubleRedis(redis, signal),
    );
    expect(doubles.troubles).toBeGreaterThan(1);
    // A slow call is made again if its replica could not tell Redis of its end before it ended itself.
    const slowCalls = slowFrom.length * slowTogether;
    expect(doubles.killed + doubles.stopped).toBeLessThanOrEqual(5 * KILLS + slowCalls);
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
