import { expect, test } from "vitest";
import { openDatabaseWait } from "../../src/delivery/await-database.ts";
import { DatabaseFailure } from "../../src/database/database-problem.ts";

const IDS = { updateId: 7, chatId: 5, userId: 5 };
const AWAY = new DatabaseFailure(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));

/** Waits with a clock that runs through all pauses at once. */
function openWait({ holdMs = Infinity, runMs = 0 } = {}) {
  let now = 0;
  const stopping = new AbortController();
  const logged: string[] = [];
  const steps: string[] = [];
  const awaitDatabase = openDatabaseWait({
    log: (sentence) => void logged.push(sentence),
    signal: stopping.signal,
    now: () => now,
    timerMs(ms) {
      steps.push(`pause ${ms}`);
      now += ms;
      return 0;
    },
    holdMs,
  });
  const handle = (failures: number) => {
    let left = failures;
    return awaitDatabase(IDS, {
      async run() {
        steps.push("run");
        now += runMs;
        left -= 1;
        return left >= 0 ? AWAY.problem : undefined;
      },
      onPause: () => void steps.push("not working"),
      async onResume() {
        steps.push("working");
      },
    });
  };
  return { handle, steps, logged, stop: () => stopping.abort(), skip: (ms: number) => (now += ms) };
}

test("an update that the database lets pass is run once", async () => {
  const { handle, steps } = openWait();
  expect(await handle(0)).toBe("done");
  expect(steps).toEqual(["run"]);
});

test("one that it holds up is run again after growing pauses, in which nobody works on it", async () => {
  const { handle, steps } = openWait();
  expect(await handle(2)).toBe("done");
  const again = [500, 1000].flatMap((ms) => ["not working", `pause ${ms}`, "working", "run"]);
  expect(steps).toEqual(["run", ...again]);
});

test("after ten minutes it is given up, so that its chat goes on", async () => {
  const { handle, steps, logged } = openWait();
  expect(await handle(Infinity)).toBe("done");
  const pauses = steps.filter((step) => step.startsWith("pause"));
  expect(new Set(pauses.slice(5))).toEqual(new Set(["pause 8000"]));
  expect(pauses.length).toBeGreaterThan(70);
  expect(logged).toEqual(["an update was given up after ten minutes"]);
});

test("where Telegram sends it again, it is soon left to it; the ten minutes count from the first time", async () => {
  const { handle, logged, skip } = openWait({ holdMs: 5000 });
  expect(await handle(Infinity)).toBe("left");
  skip(9 * 60_000);
  expect(await handle(Infinity)).toBe("left");
  skip(60_000);
  expect(await handle(Infinity)).toBe("done");
  expect(logged).toHaveLength(1);
  expect(await handle(Infinity)).toBe("left");
});

test("a process that ends leaves it to the next one", async () => {
  const { handle, stop } = openWait();
  stop();
  expect(await handle(1)).toBe("left");
});
