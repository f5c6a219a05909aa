import { once } from "node:events";
import { getPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

const MODULE = new URL("../../src/content/behind-answers.ts", import.meta.url);
const CODE = `
  import { register } from "${import.meta.resolve("tsx/esm/api")}";
  import { getPriority } from "node:os";
  import { parentPort } from "node:worker_threads";
  register();
  const { workBehindAnswers } = await import("${MODULE.href}");
  workBehindAnswers();
  parentPort.postMessage(getPriority());
`;

test.runIf(process.platform === "linux")(
  "a thread that reads articles waits for those that answer",
  async () => {
    const own = getPriority();
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(CODE)}`));
    expect(await once(worker, "message")).toEqual([Math.min(19, own + 10)]);
    expect(getPriority()).toBe(own);
    await worker.terminate();
  },
);
