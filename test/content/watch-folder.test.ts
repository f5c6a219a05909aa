import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { watchFolder } from "../../src/content/watch-folder.ts";

/** The longest delay between two checks. */
const POLL_MS = 5000;
const SETTLED_MS = 80;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** Lets time pass until the folder has been checked several times or `isSo` holds. */
async function lookUntil(isSo: () => boolean = () => false): Promise<void> {
  for (let looks = 0; looks < 10 && !isSo(); looks += 1) {
    await vi.advanceTimersByTimeAsync(POLL_MS);
    // The disk runs in real time.
    await sleep(20);
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
  }
}

/** A folder that the system refuses to watch while `refusal` has a code. */
function openFolder(refusal: { code: string | undefined }) {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  const ending = new AbortController();
  onTestFinished(() => {
    ending.abort();
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(join(folder, "ferry.md"), "nine");
  const onChange = vi.fn<() => void>();
  const problems: string[] = [];
  let watches = 0;
  watchFolder(folder, {
    onChange,
    onProblem: (problem) => problems.push(problem),
    signal: ending.signal,
    watch: () => {
      const { code } = refusal;
      if (code !== undefined) throw Object.assign(new Error("refused"), { code });
      watches += 1;
      return { on: () => {} };
    },
  });
  return { folder, onChange, problems, watches: () => watches };
}

test.each([
  ["ENOSPC", "max_user_watches"],
  ["EMFILE", "ulimit -n"],
  ["EACCES", "checked every 5 seconds"],
])("if the system answers %s, that is reported once with its remedy", async (code, wayOut) => {
  const { problems } = openFolder({ code });
  await lookUntil();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(code);
  expect(problems[0]).toContain(wayOut);
});

test("if the system does not watch, changes are found by polling", async () => {
  const { folder, onChange } = openFolder({ code: "ENOSPC" });
  // The first check cannot tell old files from new ones.
  await lookUntil();
  expect(onChange).toHaveBeenCalledTimes(1);
  writeFileSync(join(folder, "ferry.md"), "eleven");
  await lookUntil();
  expect(onChange).toHaveBeenCalledTimes(2);
});

test("the folder is watched again once the system allows it", async () => {
  const refusal: { code: string | undefined } = { code: "EMFILE" };
  const { watches } = openFolder(refusal);
  await lookUntil();
  expect(watches()).toBe(0);
  refusal.code = undefined;
  await lookUntil(() => watches() > 0);
  await lookUntil();
  expect(watches()).toBe(1);
});
