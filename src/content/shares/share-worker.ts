/**
 * The worker thread of share-thread.ts: parses and records a share of the articles. On Linux it has the priority of the
 * thread that has started it (behind-answers.ts).
 */
import { parentPort } from "node:worker_threads";
import { packPart } from "../../search/index/packed-part.ts";
import { headOf } from "../kept-articles.ts";
import { joinArticles } from "../packed-article.ts";
import { signsOfLife } from "../signs-of-life.ts";
import { openArticleShare } from "./article-share.ts";
import type { FromShareWorker, ToShareWorker } from "./share-thread.ts";

function post(message: FromShareWorker, arrays: readonly Uint8Array<ArrayBuffer>[] = []): void {
  parentPort?.postMessage(
    message,
    arrays.map(({ buffer }) => buffer),
  );
}

const share = openArticleShare(signsOfLife(() => post({ kind: "alive" })));

parentPort?.on("message", (message: ToShareWorker) => {
  if (message.kind === "record") {
    const recorded = share.record(message.request);
    const shares = recorded.map(({ digests, part }) => ({ digests, part: packPart(part) }));
    post({ kind: "recorded", shares });
    return;
  }
  const { articles, diagnostics } = share.parse(message.request);
  const packed = joinArticles(articles);
  post({ kind: "parsed", articles: articles.map(headOf), packed, diagnostics }, [packed]);
});
