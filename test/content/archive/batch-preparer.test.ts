import { expect, it, onTestFinished, vi } from "vitest";
import { openBatchPreparer } from "../../src/content/archive/batch-preparer.ts";

const FILE = { path: "ferry.md", text: "---\ntitle: A ferry\n---\nThe ferry leaves at nine.\n" };

it("tells as each thread starts, and once none is left", async () => {
  const [onStart, onEnd] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const { prepare, close } = openBatchPreparer({ onStart, onEnd });
  onTestFinished(close);
  await prepare({ files: [FILE], ids: [1], gone: [] });
  await prepare({ files: [FILE], ids: [2], gone: [] });
  expect(onStart).toHaveBeenCalledTimes(1);
  expect(onEnd).not.toHaveBeenCalled();
  await close();
  expect(onEnd).toHaveBeenCalledTimes(1);
});
