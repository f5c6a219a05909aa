import { onTestFinished } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";

/** Opens the database as the bot does, and closes it when the test ends, or as `whenDone` says. */
export async function openTestDatabase(
  url: string,
  whenDone: (end: () => Promise<void>) => void = onTestFinished,
) {
  const stopping = new AbortController();
  const logged: string[] = [];
  const log = (sentence: string, fields = {}) =>
    void logged.push([sentence, ...Object.values(fields)].join(" | "));
  const opened = await openDatabase({ url, log, signal: stopping.signal });
  if (opened.kind !== "open") throw new Error(`not open → ${JSON.stringify(opened)}`);
  const { database } = opened;
  whenDone(database.close);
  return { database, logged };
}
