import { setTimeout as pause } from "node:timers/promises";
import { type FeedClock, systemFeedClock } from "../../feeds/feed-clock.ts";
import type { FeedsReport } from "../../feeds/feeds-report.ts";
import { openFeedFollower } from "../../feeds/follow-feeds.ts";
import type { FeedDesk } from "../../feeds/round.ts";
import type { PageFetcher } from "../../import/fetch/fetch-page.ts";
import type { Log } from "../../logging/log.ts";
import type { Folders } from "./article-folders.ts";
import type { DeskOutcome, Editorial } from "./editorial.ts";

export type FeedsOptions = {
  readonly folders: Folders;
  readonly desk: {
    readonly editorial: Pick<Editorial, "save" | "move">;
    readonly fetcher: PageFetcher;
    readonly turn: () => Promise<unknown>;
  };
  /** Keeps what is known of the feeds. */
  readonly stateDir: string;
  readonly log: Log;
  readonly onPublished: () => void;
  /** Of several processes the one that holds it follows. */
  readonly lease: { readonly hold: () => Promise<boolean>; readonly close: () => Promise<void> };
  /** Shortened by tests. */
  readonly clock?: ((signal: AbortSignal) => FeedClock) | undefined;
};

export type Feeds = { readonly report: () => FeedsReport; readonly close: () => Promise<void> };

/** A request in progress is given up; what it would have brought comes with the next start. */
const CLOSE_MS = 1000;

/** Follows the feeds of `feeds.yaml` until it is closed. */
export function startFeeds(options: FeedsOptions): Feeds {
  const { stateDir, log, lease, clock = systemFeedClock, desk } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const follower = openFeedFollower({
    desk: feedDesk(options),
    fetcher: desk.fetcher,
    stateDir,
    log,
    clock: clock(signal),
    signal,
    mayFollow: lease.hold,
  });
  const running = follower.run();
  return {
    report: follower.report,
    close: async () => {
      stopping.abort();
      await Promise.race([running, pause(CLOSE_MS)]);
      await lease.close();
    },
  };
}

/** Who did it, in the journal. */
const BY = "feed";

/** The desk as feeds use it. */
export function feedDesk({
  folders,
  desk: { editorial, turn },
  onPublished,
}: Pick<FeedsOptions, "folders" | "onPublished"> & {
  readonly desk: Omit<FeedsOptions["desk"], "fetcher">;
}): FeedDesk {
  const move = (state: "draft" | "published", name: string) =>
    whyNot(editorial.move({ state, name }, BY));
  return {
    folders,
    save: (ref, before, after) => editorial.save(ref, before, after, BY),
    publish: (name) => move("draft", name),
    withdraw: (name) => move("published", name),
    onPublished,
    turn,
  };
}

function whyNot(outcome: DeskOutcome): string | undefined {
  if (outcome.kind === "done") return undefined;
  return outcome.kind === "refused" ? outcome.why : "Somebody has just changed this article.";
}
