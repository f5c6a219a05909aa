/** The worker thread of content-reader.ts: reads the articles of a folder, indexes them, and hands both over. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { workBehindAnswers } from "./behind-answers.ts";
import { digestOf } from "./packed-article.ts";
import { type FromWorker, prepareContent } from "./prepare-content.ts";

/** Much less than the reader's patience. */
const SIGN_OF_LIFE_MS = 1000;

workBehindAnswers();
let last = performance.now();

function post(message: FromWorker): void {
  const arrays =
    message.kind === "loaded"
      ? [message.packed, ...message.indexes.map(({ saved }) => saved)].flatMap(bytesIn)
      : [];
  parentPort?.postMessage(
    message,
    arrays.map(({ buffer }) => buffer),
  );
}

function bytesIn(saved: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  return typeof saved === "string" ? [] : [saved];
}

function showLife(): void {
  if (performance.now() - last < SIGN_OF_LIFE_MS) return;
  last = performance.now();
  post({ kind: "alive" });
}

/** Of the code that parses articles: known once it is in one file. */
function versionOf(url: string): string | undefined {
  return url.endsWith(".mjs") ? digestOf(readFileSync(fileURLToPath(url))) : undefined;
}

const circumstances = { version: versionOf(import.meta.url), onProgress: showLife };
post(prepareContent(workerData, circumstances));
