import type { FeedSettings } from "./feeds-file.ts";
import type { FeedState } from "./feed-state.ts";

/** What editors and operators see of a feed. Times are in ISO 8601. */
export type FeedReport = Pick<FeedState, "url" | "failures" | "counts"> & {
  readonly state: "new" | "followed" | "failing" | "ended";
  readonly publishes: boolean;
  readonly lastSuccessAt: string | undefined;
  readonly nextAt: string | undefined;
  readonly error: string | undefined;
  /** The latest first. */
  readonly notes: FeedState["notes"];
};

export type FeedsReport = {
  /** Whether it is this process that follows them. */
  readonly isFollowing: boolean;
  /** In `feeds.yaml`. */
  readonly mistakes: readonly string[];
  readonly feeds: readonly FeedReport[];
};

type Followed = { readonly settings: FeedSettings; readonly state: FeedState };

export function reportOn(
  followed: readonly Followed[],
  mistakes: readonly string[],
  isFollowing: boolean,
): FeedsReport {
  return { isFollowing, mistakes, feeds: followed.map(reportOnFeed) };
}

function reportOnFeed({ settings, state }: Followed): FeedReport {
  const { url, failures, counts, notes, lastSuccessAt, nextAt, error, isEnded } = state;
  return {
    url,
    state: stateOf(state),
    publishes: settings.publish === "when-certain",
    lastSuccessAt: timeOf(lastSuccessAt),
    nextAt: isEnded || nextAt === 0 ? undefined : timeOf(nextAt),
    failures,
    error,
    counts,
    notes: notes.toReversed(),
  };
}

function stateOf({ isEnded, failures, lastSuccessAt }: FeedState): FeedReport["state"] {
  if (isEnded) return "ended";
  if (failures > 0) return "failing";
  return lastSuccessAt === undefined ? "new" : "followed";
}

function timeOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
