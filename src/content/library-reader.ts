/** The worker thread of read-library.ts: reads the articles of a folder and posts the result. */
import { parentPort, workerData } from "node:worker_threads";
import { loadLibrary } from "../article/loading/load-library.ts";

parentPort?.postMessage(loadLibrary(String(workerData)), []);
