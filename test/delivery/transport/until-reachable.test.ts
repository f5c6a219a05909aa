import { GrammyError } from "grammy";
import { expect, test } from "vitest";
import { cappedMs, pause } from "../../../src/delivery/pause.ts";
import { countConflicts, untilReachable } from "../../../src/delivery/transport/until-reachable.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function refusal(code: number, parameters: object = {}) {
  const error = { ok: false as const, error_code: code, description: "refused", parameters };
  return new GrammyError("refused", error, "getUpdates", {});
}

/** Records waits without waiting. */
function openWatch() {
  const waits: number[] = [];
  return { waits, rest: async (ms: number) => void waits.push(cappedMs(ms)) };
}

/** How long it waits before the second call, which succeeds. */
async function waitAfter(failure: unknown) {
  const { waits, rest } = openWatch();
  const { signal } = new AbortController();
  let calls = 0;
  const call = async () => {
    calls += 1;
    if (calls === 1) throw failure;
    return "answer";
  };
  const outcome = await untilReachable(call, { log: () => undefined, signal, rest });
  expect(outcome).toEqual({ kind: "value", value: "answer" });
  return waits;
}

test.each([
  ["a wait that Telegram names", 7, 7000],
  ["a wait that a timer cannot hold", 3_000_000, HOUR_MS],
  ["a wait beyond all numbers", Number.POSITIVE_INFINITY, HOUR_MS],
  ["a wait named as a text", "7", 7000],
  ["a text that names no wait", "soon", 500],
  ["a wait into the past", -5, 500],
  ["no wait at all", 0, 500],
  ["less than a second", 1e-9, 500],
  ["no number", Number.NaN, 500],
  ["nothing", null, 500],
  ["a list", [3], 500],
])("%s (%s) is waited out for %s ms", async (_name, retryAfter, expected) => {
  expect(await waitAfter(refusal(429, { retry_after: retryAfter }))).toEqual([expected]);
});

test.each([
  [5, 5],
  [HOUR_MS + 1, HOUR_MS],
  [Number.POSITIVE_INFINITY, HOUR_MS],
  [2 ** 31, HOUR_MS],
  [-1, 0],
  [Number.NaN, HOUR_MS],
])("a pause of %s ms takes %s", (asked, taken) => {
  expect(cappedMs(asked)).toBe(taken);
});

test("a long pause ends when it is aborted", async () => {
  const stop = new AbortController();
  const paused = pause(HOUR_MS, stop.signal);
  stop.abort();
  await paused;
});

/** The verdicts on conflicts with these gaps between them. */
function conflictsAfter(...gapsMs: number[]) {
  let now = 0;
  const conflicts = countConflicts(() => now);
  return gapsMs.map((gap) => {
    now += gap;
    return conflicts.add();
  });
}

test("another instance is tolerated for a few minutes", async () => {
  const { waits, rest } = openWatch();
  const logged: string[] = [];
  const log = (sentence: string) => logged.push(sentence);
  const { signal } = new AbortController();
  const outcome = await untilReachable(() => Promise.reject(refusal(409)), { log, signal, rest });
  expect(outcome).toEqual({ kind: "another-instance" });
  const waitedMs = waits.reduce((sum, ms) => sum + ms, 0);
  expect(waitedMs).toBeGreaterThan(2 * MINUTE_MS);
  expect(waitedMs).toBeLessThan(5 * MINUTE_MS);
  expect(logged).toEqual([
    "another instance is taking this bot's updates: stop it, or this one",
    "another instance keeps taking this bot's updates: this one stops",
  ]);
});

test("successful polls in between do not end a conflict", () => {
  const everyHalfMinute = Array.from({ length: 20 }, () => 30_000);
  const noted = conflictsAfter(...everyHalfMinute);
  expect(noted[0]).toEqual({ kind: "tolerated", nth: 1 });
  expect(noted.at(-1)).toEqual({ kind: "too-many" });
});

test("occasional conflicts, such as at each restart, do not add up", () => {
  const everyTenMinutes = Array.from({ length: 50 }, () => 10 * MINUTE_MS);
  expect(new Set(conflictsAfter(...everyTenMinutes).map(({ kind }) => kind))).toEqual(
    new Set(["tolerated"]),
  );
});
