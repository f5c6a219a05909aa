/**
 * Two replicas that share a database, which is killed and started again while readers go on asking; with articles in
 * memory, and with articles in the database.
 * `DATABASE_KILLS=20` (npm run database-kills) runs the long form; `SEED` picks other moments.
 */
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../src/evaluation/random.ts";
import type { Fault } from "../../src/telegram-simulator/server/faults.ts";
import { type Environment, eventually, expectNothingPrivate } from "../support/bot-process.ts";
import { gatherCrowd } from "../support/crowd.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { balance } from "../support/round-robin.ts";
import { freePort, openWebhookTelegram, WEBHOOK_SECRET } from "../support/webhook-bot.ts";

const KILLS = Number(process.env["DATABASE_KILLS"] ?? 3);
const random = seededRandom(Number(process.env["SEED"] ?? 1));
const PER_SECOND = 100;
/** So that answers are owed when the database goes, and while it is away. */
const OWED_AT_ONCE = 10;
const REFUSAL: Fault = { kind: "refusal", code: 500, description: "Internal Server Error" };
/** A webhook that failed is posted to again after half a minute. */
const SETTLED_MS = 120_000;
/** Starting takes its time on a busy machine. */
const TEST_MS = 90_000 + KILLS * 10_000 + SETTLED_MS;

/** The first start bundles the bot. */
beforeAll(() => {
  execFileSync(process.execPath, ["src/start.mjs", "--bundle"]);
}, TEST_MS);

test.skipIf(!hasPostgres()).each<[string, Environment]>([
  ["articles in memory", {}],
  ["articles in the database", { ANSWER_FROM_DATABASE: "yes" }],
])(
  "two replicas with %s: no question is lost or answered twice, though the database is killed again and again",
  async (where, environment) => {
    const database = await startPostgres();
    const { telegram, port, startAnswering } = await openWebhookTelegram();
    const ports = [await freePort(), await freePort()];
    await balance(ports, port);
    const bots: Awaited<ReturnType<typeof startAnswering>>[] = [];
    for (const own of ports) {
      const settings = { PORT: String(own), DATABASE_URL: database.url, ...environment };
      bots.push(await startAnswering(settings));
    }
    const crowd = gatherCrowd(telegram, PER_SECOND);
    crowd.start();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(500 + random() * 1500);
      telegram.fail("sendMessage", REFUSAL, { times: OWED_AT_ONCE });
      await sleep(random() * 200);
      await database.kill();
      telegram.fail("sendMessage", REFUSAL, { times: OWED_AT_ONCE });
      await sleep(random() * 1500);
      await database.start();
    }
    await sleep(1000);
    crowd.stop();
    await eventually(() => expect(crowd.tally().lost).toEqual([]), SETTLED_MS);
    await telegram.untilIdle(SETTLED_MS);

    const { asked, lost, doubles } = crowd.tally();
    console.log(
      `${where}: ${asked} questions, ${KILLS} kills of the database: ${lost.length} lost, ${doubles.length} twice`,
    );
    expect(doubles).toEqual([]);
    for (const { printed, child } of bots) {
      expect(child.exitCode).toBeNull();
      expect(printed()).toContain("the database is back: replicas share their state again");
      expectNothingPrivate(printed(), telegram.token, WEBHOOK_SECRET, database.password, "qz1");
    }
    // The last ones are taken away after Telegram has them.
    await eventually(async () => {
      expect(await database.asSuperuser("SELECT FROM owed_calls")).toEqual([]);
    });
  },
  TEST_MS,
);
