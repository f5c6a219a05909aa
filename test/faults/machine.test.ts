import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { openProcessedUpdates } from "../../src/delivery/state/processed-updates.ts";
import { openWatchedChat } from "./watched-chat.ts";

test("53: a full disk is logged once, and processed updates are remembered in memory", async () => {
  const folder = mkdtempSync(join(tmpdir(), "full-disk-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "done.txt");
  // Always full on Linux: writes fail with ENOSPC.
  symlinkSync("/dev/full", `${file}.new`);

  const logged: [string, unknown][] = [];
  const onMemoryOnly = vi.fn<() => void>();
  const log = (sentence: string, fields?: unknown) => logged.push([sentence, fields]);
  const processed = openProcessedUpdates(file, log, onMemoryOnly);
  for (const id of [1, 2, 3]) {
    processed.add(id);
    await nextTurn();
  }
  expect([1, 2, 3, 4].map((id) => processed.has(id))).toEqual([true, true, true, false]);
  expect(onMemoryOnly).toHaveBeenCalledOnce();
  expect(logged).toEqual([
    [
      "processed updates are kept in memory only: make STATE_DIR writable",
      { error: expect.stringMatching(/^ENOSPC/u) },
    ],
  ]);
});

test("55: a clock set back or forward changes no answer and silences nobody", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const { chat, logged } = await openWatchedChat();
  await chat.say("Who is Valery Klochok?");
  for (const date of ["1971-01-01", "2099-01-01", "2000-01-01"]) {
    vi.setSystemTime(date);
    expect((await chat.say("What does he say about Moscow?")).shown).toContain("Klochok");
  }
  expect(logged('"level":"warn"')).toEqual([]);
});
