import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDeliveryState } from "../../../src/delivery/state/delivery-state.ts";
import { openProcessedUpdates } from "../../../src/delivery/state/processed-updates.ts";
import { createRateLimiter } from "../../../src/delivery/state/rate-limiter.ts";
import { temporaryFolder } from "../../support/bot-process.ts";

const idsOf = (updateId: number) => ({ updateId, chatId: 1, userId: 1 });

/** Opens the same file like one process after another. */
function processes() {
  const file = join(temporaryFolder(), "done.txt");
  return () =>
    openDeliveryState({
      processed: openProcessedUpdates(file, () => undefined),
      rateLimiter: createRateLimiter(() => 0),
    });
}

test("what was being worked on is a suspect; what waited for Telegram or the database is not", async () => {
  const start = processes();
  const first = start();
  for (const id of [1, 2]) first.start(id);
  first.answerFound(idsOf(2));
  await nextTurn();
  const next = start();
  expect(await next.claim(idsOf(1))).toEqual({ kind: "granted", isRetry: true, isSuspect: true });
  expect(await next.claim(idsOf(2))).toEqual({ kind: "granted", isRetry: true });
  expect(await next.claim(idsOf(3))).toEqual({ kind: "granted" });
});

test("the third crash sets it aside", async () => {
  const start = processes();
  for (const crashes of [1, 2, 3]) {
    start().start(1);
    const { kind } = await start().claim(idsOf(1));
    expect(kind).toBe(crashes < 3 ? "granted" : "set-aside");
  }
});
