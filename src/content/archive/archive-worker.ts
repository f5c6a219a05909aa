/** The worker thread of batch-preparer.ts: parses and analyses articles. */
import { parentPort } from "node:worker_threads";
import { type BatchRequest, prepareBatch } from "./prepare-batch.ts";

parentPort?.on("message", (request: BatchRequest) => {
  parentPort?.postMessage(prepareBatch(request), []);
});
