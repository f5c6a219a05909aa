import { statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, formatDiagnostic } from "../article/diagnostic.ts";
import type { PageFetcher } from "../import/fetch/fetch-page.ts";
import { publishedOrDraft } from "../import/into-folder/published-or-draft.ts";
import type { ImportTargets } from "../import/into-folder/import-targets.ts";
import { NewerState } from "../files/state-format.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import type { FeedClock } from "./feed-clock.ts";
import { type FeedsReport, reportOn } from "./feeds-report.ts";
import { FEEDS_FILE, type FeedSettings, readFeedsFile } from "./feeds-file.ts";
import { type FeedState, loadFeedState, saveFeedState } from "./feed-state.ts";
import { politeFetcher } from "./polite-fetcher.ts";
import { publishCertain } from "./publish-certain.ts";
import type { FeedDesk, FeedParts, Round } from "./round.ts";
import { runRound } from "./run-round.ts";

export type FollowOptions = {
  readonly desk: FeedDesk;
  readonly fetcher: Pick<PageFetcher, "fetchIfChanged" | "crawlDelayMs">;
  /** Keeps what is known of the feeds. */
  readonly stateDir: string;
  readonly log: Log;
  readonly clock: FeedClock;
  /** Aborted when the process is to end. */
  readonly signal: AbortSignal;
  /** Whether this process is the one that follows; asked again and again. */
  readonly mayFollow?: () => Promise<boolean>;
};

export type FeedFollower = {
  /** Looks at the feeds that are due, and resolves when that is done. */
  readonly runDue: () => Promise<void>;
  /** Looks at feeds whenever they are due, until the signal is aborted. */
  readonly run: () => Promise<void>;
  readonly report: () => FeedsReport;
};

type Followed = { readonly settings: FeedSettings; readonly state: FeedState };

/** How often to look what is due, and whether `feeds.yaml` was saved. */
const TICK_MS = 5000;
/** Feeds looked at side by side; more would only wait for each other's imports. */
const MAX_ROUNDS = 4;

/** Follows the feeds that `feeds.yaml` beside the articles names. */
export function openFeedFollower(options: FollowOptions): FeedFollower {
  const { desk, stateDir, log, clock, signal, mayFollow = async () => true } = options;
  const parts: Omit<FeedParts, "targets"> = {
    desk,
    log,
    clock,
    signal,
    fetcher: politeFetcher(options.fetcher, clock),
  };
  let followed: readonly Followed[] = [];
  let mistakes: readonly Diagnostic[] = [];
  let fileVersion: string | undefined;
  let targets: ImportTargets | undefined;
  let isFollowing = false;
  let problem: string | undefined;
  const running = new Map<string, Promise<void>>();

  return {
    runDue,
    run: async () => {
      while (!signal.aborted) {
        const may = await mayFollow();
        if (signal.aborted) break;
        // What another process knows by now counts.
        if (may && !isFollowing) fileVersion = undefined;
        isFollowing = may;
        tick();
        await clock.sleep(TICK_MS);
      }
      await Promise.all(running.values());
    },
    report: () => reportOn(followed, mistakes.map(formatDiagnostic), isFollowing),
  };

  async function runDue(): Promise<void> {
    isFollowing = true;
    readSettings();
    do {
      startDue();
      await Promise.all(running.values());
    } while (!signal.aborted && followed.some(isDue));
  }

  function tick(): void {
    try {
      readSettings();
      if (isFollowing) startDue();
      problem = undefined;
    } catch (error) {
      const found = describeError(error);
      if (found !== problem) log("feeds cannot be followed", { error: found });
      problem = found;
    }
  }

  /** A mistake in the file leaves the last good version in force. */
  function readSettings(): void {
    const version = versionOf(join(desk.folders.published, FEEDS_FILE));
    if (version === fileVersion) return;
    fileVersion = version;
    const read = readFeedsFile(desk.folders.published);
    mistakes = read.kind === "faulty" ? read.diagnostics : [];
    for (const mistake of mistakes) log(formatDiagnostic(mistake));
    if (read.kind === "faulty") return;
    const feeds = read.kind === "read" ? read.feeds : [];
    try {
      followed = feeds.map((settings) => ({ settings, state: stateFor(settings.url) }));
    } catch (error) {
      if (!(error instanceof NewerState)) throw error;
      followed = [];
      mistakes = [{ file: stateDir, line: 1, message: error.message }];
      return log(error.message);
    }
    if (feeds.length > 0) log("following feeds", { count: feeds.length });
  }

  /** A round that is under way keeps its state. */
  function stateFor(url: string): FeedState {
    const known = followed.find(({ state }) => state.url === url)?.state;
    return known && running.has(url) ? known : loadFeedState(stateDir, url);
  }

  function isDue({ settings: { url }, state }: Followed): boolean {
    return clock.now() >= state.nextAt && !running.has(url);
  }

  function startDue(): void {
    const due = followed
      .filter(isDue)
      .toSorted((one, other) => one.state.nextAt - other.state.nextAt);
    for (const feed of due.slice(0, MAX_ROUNDS - running.size)) start(feed);
    for (const feed of followed) if (!running.has(feed.settings.url)) publishDue(feed);
  }

  function start(feed: Followed): void {
    const { url, every } = feed.settings;
    const round = runRound(roundOf(feed))
      .catch((error: unknown) => {
        log("a feed cannot be followed", { of: url, error: describeError(error) });
        feed.state.nextAt = clock.now() + every * 60_000;
      })
      .finally(() => running.delete(url));
    running.set(url, round);
  }

  /** Embargoes end between rounds, and while a feed fails. */
  function publishDue(feed: Followed): void {
    if (!feed.state.pieces.some(({ certain }) => certain !== undefined)) return;
    try {
      publishCertain(roundOf(feed));
    } catch (error) {
      log("a draft cannot be published", { of: feed.state.url, error: describeError(error) });
    }
  }

  function roundOf({ settings, state }: Followed): Round {
    targets ??= publishedOrDraft(desk.folders);
    const others = followed.filter((other) => other.state !== state);
    return {
      ...parts,
      targets,
      settings,
      state,
      isOthers: (keys) => others.some((other) => hasFiled(other.state, keys)),
      keep: () => saveFeedState(stateDir, state),
    };
  }
}

function hasFiled({ pieces }: FeedState, keys: readonly string[]): boolean {
  return pieces.some(
    (piece) => piece.kind === "filed" && piece.keys.some((key) => keys.includes(key)),
  );
}

/** Changes when a file does. */
function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : "";
}
