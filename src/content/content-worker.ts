/** The worker thread of content-reader.ts: reads the articles of a folder, indexes them, and hands both over. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { workBehindAnswers } from "./behind-answers.ts";
import { digestOf } from "./packed-article.ts";
import { type FromWorker, prepareContent } from "./prepare-content.ts";
import { signsOfLife } from "./signs-of-life.ts";

workBehindAnswers();

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

/** Of the code that parses articles: known once it is in one file. */
function versionOf(url: string): string | undefined {
  return url.endsWith(".mjs") ? digestOf(readFileSync(fileURLToPath(url))) : undefined;
}

const onProgress = signsOfLife(() => post({ kind: "alive" }));
post(await prepareContent(workerData, { version: versionOf(import.meta.url), onProgress }));
