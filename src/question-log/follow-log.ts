import type { LogReader } from "./log-store.ts";
import { type LogSummary, summarizeLog } from "./summarize-log.ts";

const DAY_MS = 24 * 60 * 60_000;
/** Further back, an article has had its readers. */
const SUMMARIZED_DAYS = 90;
/** Reading takes at most one twentieth of the time, however long the log is and often it is asked for. */
const REST = 20;

type Read = {
  readonly version: string;
  readonly summary: LogSummary;
  /** Milliseconds, as `performance.now()` gives them. */
  readonly restsUntil: number;
};

const NOTHING: LogSummary = { days: [], missed: [] };

/** The summary of a log as it is now; read again only if it has changed, and not all the time. */
export function followLog(
  { each, version: versionOf }: LogReader,
  { settled, now }: { readonly settled: () => Promise<void>; readonly now: () => Date },
): () => Promise<LogSummary> {
  let last: Read | undefined;
  let reading: Promise<Read> | undefined;

  async function read(version: string): Promise<Read> {
    const start = performance.now();
    const since = new Date(now().getTime() - SUMMARIZED_DAYS * DAY_MS);
    const summary = await summarizeLog(each, since);
    const end = performance.now();
    return { version, summary, restsUntil: end + REST * (end - start) };
  }
  return async () => {
    try {
      await settled();
      const version = await versionOf();
      if (last && (last.version === version || performance.now() < last.restsUntil)) {
        return last.summary;
      }
      reading ??= read(version).finally(() => (reading = undefined));
      last = await reading;
      return last.summary;
    } catch {
      // A database that is away says so itself.
      return last?.summary ?? NOTHING;
    }
  };
}
