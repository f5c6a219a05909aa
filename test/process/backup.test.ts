import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openFileOutbox } from "../../src/delivery/outbox/file-outbox.ts";
import { parseEntry } from "../../src/question-log/log-entry.ts";
import { eventually, run, temporaryFolder } from "../support/bot-process.ts";
import { gatherCrowd } from "../support/crowd.ts";
import { openPollingTelegram } from "../support/webhook-bot.ts";

const TEST_MS = 180_000;
const SETTLED_MS = 60_000;
const PER_SECOND = 60;
/** A question asked this long before the copy has been answered, or is owed, by then. */
const UNDER_WAY_MS = 2000;
const FIRST_MARKER = 100_000;

/** As docs/operations.md says: the names' order has processed updates before owed answers. */
async function copyOf(folder: string): Promise<string> {
  const copy = join(temporaryFolder(), "restored");
  mkdirSync(copy);
  const tar = run(
    ["sh", "-c", `tar --sort=name -cf - -C "${folder}" . | tar -xf - -C "${copy}"`],
    {},
  );
  expect(await tar.ended).toBe(0);
  return copy;
}

async function owedIn(folder: string): Promise<number> {
  const name = readdirSync(folder).find((file) => file.startsWith("owed-answers")) ?? "";
  const outbox = openFileOutbox({ file: join(folder, name), log: () => {}, now: Date.now });
  const { count } = await outbox.owed();
  outbox.close();
  return count;
}

test(
  "a copy made while the bot is busy loses nothing that was asked before, and repeats only what was sent after",
  async () => {
    const { telegram, environment, startAnswering } = await openPollingTelegram();
    const state = environment["STATE_DIR"] ?? "";
    const bot = await startAnswering({ QUESTION_JOURNAL: join(state, "questions.jsonl") });
    const crowd = gatherCrowd(telegram, PER_SECOND);
    crowd.start();
    await sleep(UNDER_WAY_MS);
    // Some answers are owed, and stay so until the copy is used.
    telegram.fail("sendMessage", { kind: "too-many-requests", retryAfterS: 20 }, { times: 25 });
    await sleep(UNDER_WAY_MS);

    const askedBefore = crowd.tally().asked;
    const copiedAt = Date.now();
    const copy = await copyOf(state);
    bot.child.kill("SIGKILL");
    await bot.ended;
    expect(await owedIn(copy)).toBeGreaterThan(0);

    await startAnswering({ STATE_DIR: copy, QUESTION_JOURNAL: join(copy, "questions.jsonl") });
    await sleep(UNDER_WAY_MS);
    crowd.stop();
    const isOld = (marker: string) =>
      Number(marker.slice("qz".length)) - FIRST_MARKER <
      askedBefore - (PER_SECOND * UNDER_WAY_MS) / 1000;
    await eventually(() => expect(crowd.tally().lost.filter(isOld)).toEqual([]), SETTLED_MS);
    const early = crowd
      .tally()
      .doubles.filter(({ answeredAt: [firstAt] }) => Number(firstAt) < copiedAt - UNDER_WAY_MS);
    expect(early).toEqual([]);

    const lines = readFileSync(join(copy, "questions.jsonl"), "utf8").split("\n").slice(0, -1);
    expect(lines.length).toBeGreaterThan(askedBefore / 2);
    const unreadable = lines.filter((line) => line !== "" && parseEntry(line).kind !== "entry");
    // The copy may have cut the last line of the log short.
    expect(unreadable.length).toBeLessThanOrEqual(1);
  },
  TEST_MS,
);
