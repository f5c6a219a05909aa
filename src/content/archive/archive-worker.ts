/** The worker thread of batch-preparer.ts: parses and analyses articles. */
import { parentPort } from "node:worker_threads";
import { workBehindAnswers } from "../behind-answers.ts";
import { type BatchRequest, prepareBatch } from "./prepare-batch.ts";

workBehindAnswers();
parentPort?.on("message", (request: BatchRequest) => {
  parentPort?.postMessage(prepareBatch(request), []);
});
