import { availableParallelism } from "node:os";
import { expect, it, onTestFinished, vi } from "vitest";
import { openBatchPreparer } from "../../../src/content/archive/batch-preparer.ts";

const FILE = { path: "ferry.md", text: "---\ntitle: A ferry\n---\nThe ferry leaves at nine.\n" };

it("tells as each thread starts, and once none is left", async () => {
  const [onStart, onEnd] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const { prepare, close } = openBatchPreparer({ onStart, onEnd });
  onTestFinished(close);
  const threads = Math.min(2, availableParallelism());
  for (let times = 0; times < 2; times += 1) {
    await Promise.all([1, 2].map((id) => prepare({ files: [FILE], ids: [id], gone: [] })));
    expect(onStart).toHaveBeenCalledTimes(threads);
  }
  expect(onEnd).not.toHaveBeenCalled();
  await close();
  expect(onEnd).toHaveBeenCalledTimes(1);
});
